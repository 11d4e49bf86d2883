package org.claimdesk.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON that may be anything: no member twice, nothing after its end, UTF-8 without a wrong byte. */
final class Json {

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static String text(String where, byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException other) {
            throw new Wrong(where, "it is not UTF-8");
        }
    }

    static JsonNode object(String where, String text) {
        JsonNode read = any(where, text);
        if (!read.isObject()) {
            throw new Wrong(where, "it is no JSON object");
        }
        return read;
    }

    static JsonNode any(String where, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException other) {
            throw new Wrong(where, "it is no JSON: " + other.getOriginalMessage());
        }
    }
}
