package org.claimdesk.desk.search;

/** What a person has to do with a claim, with the letter of its mark on an index card. */
enum Part {
    ASSIGNED("A", "has it"), MARKED("M", "marked it"), VERIFIED("V", "verified it");

    private final String letter;
    private final String words;

    Part(String letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    String letter() {
        return letter;
    }

    public String words() {
        return words;
    }
}
