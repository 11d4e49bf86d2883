package org.claimdesk.text.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.claimdesk.text.UnusableText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "UTF-16,''", "UTF-16LE,\uFEFF", "UTF-16BE,\uFEFF"})
    void textIsTakenInUnicode(String charset, String mark) {
        assertThat(Encodings.text((mark + "Prés 夜 🚢").getBytes(Charset.forName(charset))).replace("\uFEFF", ""))
                .isEqualTo("Prés 夜 🚢");
    }

    @Test
    void textInAnotherEncodingIsRefused() {
        refusedText("Prés".getBytes(StandardCharsets.ISO_8859_1), "not in UTF-8");
        refusedText(new byte[]{(byte) 0xFE, (byte) 0xFF, 0}, "begins as UTF-16");
        refusedText(new byte[]{'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, "not in UTF-8");
    }

    /** In the order of browsers: the mark, what the server said, what the page says, UTF-8. */
    @ParameterizedTest
    @CsvSource({"UTF-8,,''", "windows-1252,windows-1252,''", "windows-1252,iso-8859-1,''", "UTF-8,no-such-thing,''",
            "windows-1252,,<meta charset=latin1>",
            "Shift_JIS,,<META HTTP-EQUIV=x CONTENT=\"text/html; charset=Shift_JIS\">",
            "windows-1251,windows-1251,<meta charset=utf-8>", "GB18030,,<meta charset=gb2312>",
            "UTF-8,,<meta charset=utf-16>",
            "windows-1252,,<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "UTF-16,windows-1252,''"})
    void aPageIsTakenInTheEncodingItSays(String charset, String declared, String meta) {
        String words = switch (charset) {
            case "Shift_JIS" -> "夜の船";
            case "GB18030" -> "海边的船，镕";
            case "windows-1251" -> "Лодки ночью";
            default -> "Prés d’é";
        };
        assertThat(Encodings.page((meta + words).getBytes(Charset.forName(charset)), declared)).endsWith(words);
    }

    @Test
    void aMarkIsStrongerThanWhatTheServerSays() {
        assertThat(Encodings.page("\uFEFFPrés".getBytes(StandardCharsets.UTF_8), "windows-1252")).endsWith("Prés");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252,Près de la mer il y avait onze bateaux à l’aube et personne n’a compté",
            "windows-1251,Ночью пришло одиннадцать лодок и никто их не считал на берегу моря",
            "Shift_JIS,夜に十一隻の船が来たが、だれも数えなかった。", "EUC-KR,밤에 배 열한 척이 왔지만 아무도 세지 않았다."})
    void aPageThatSaysNothingIsGuessed(String charset, String words) {
        assertThat(Encodings.page(("<p>" + words).getBytes(Charset.forName(charset)), null)).endsWith(words);
    }

    @Test
    void aPageInSeveralEncodingsIsRefused() {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes("<p>Prés de là, éà".getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes(" é ".getBytes(StandardCharsets.ISO_8859_1));

        refusedPage(mixed.toByteArray(), null, "partly in UTF-8");
        refusedPage(mixed.toByteArray(), "utf-8", "says it is in UTF-8");
    }

    private static void refusedText(byte[] bytes, String because) {
        assertThatThrownBy(() -> Encodings.text(bytes)).isInstanceOf(UnusableText.class).hasMessageContaining(because);
    }

    private static void refusedPage(byte[] bytes, String declared, String because) {
        assertThatThrownBy(() -> Encodings.page(bytes, declared)).isInstanceOf(UnusableText.class)
                .hasMessageContaining(because);
    }
}
