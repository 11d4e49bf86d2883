package org.claimdesk.evidence.apart;

import java.util.Map;

/** The recordings that browsers play. */
public final class Sound {

    private static final Map<String, String> SERVED = Map.ofEntries(Map.entry("audio/mpeg", "audio/mpeg"),
            Map.entry("audio/vnd.wave", "audio/wav"), Map.entry("audio/x-wav", "audio/wav"),
            Map.entry("audio/wav", "audio/wav"), Map.entry("audio/ogg", "audio/ogg"),
            Map.entry("audio/vorbis", "audio/ogg"), Map.entry("audio/opus", "audio/ogg"),
            Map.entry("audio/speex", "audio/ogg"), Map.entry("audio/x-oggflac", "audio/ogg"),
            Map.entry("application/ogg", "audio/ogg"), Map.entry("audio/x-flac", "audio/flac"),
            Map.entry("audio/flac", "audio/flac"), Map.entry("audio/mp4", "audio/mp4"),
            Map.entry("video/mp4", "audio/mp4"), Map.entry("application/mp4", "audio/mp4"),
            Map.entry("video/x-m4v", "audio/mp4"), Map.entry("audio/x-aac", "audio/aac"),
            Map.entry("audio/webm", "audio/webm"), Map.entry("video/webm", "audio/webm"));

    private Sound() {}

    /** The type under which a recording of this type is given to a browser, one of a short list; null for anything else. */
    public static String served(String mediaType) {
        return SERVED.get(mediaType);
    }
}
