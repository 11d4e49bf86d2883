package org.claimdesk.fetch;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client as it is used here: it does as little as it can by itself. */
final class Client {

    private static final Timeout CONNECT = Timeout.of(5, TimeUnit.SECONDS);
    /** The longest silence of a site, where a fetch does not say another. */
    private static final Timeout SILENCE = Timeout.of(10, TimeUnit.SECONDS);
    private static final int LONGEST_LINE = 16 << 10;
    private static final int MOST_HEADERS = 200;
    private static final Http1Config HEADS = Http1Config.custom()
            .setMaxLineLength(LONGEST_LINE)
            .setMaxHeaderCount(MOST_HEADERS)
            .build();

    private Client() {}

    static CloseableHttpClient with(Names names, String agent, int atOnce) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnTotal(atOnce)
                        .setMaxConnPerRoute(atOnce)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADS)
                                // Keeps the lines of headers as they came.
                                .responseParserFactory(new DefaultHttpResponseParserFactory(HEADS,
                                        LazyLaxLineParser.INSTANCE, null))
                                .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(SILENCE).build())
                        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(SILENCE).build())
                        .build())
                .setDefaultRequestConfig(patient(SILENCE))
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "gzip"),
                        new BasicHeader(HttpHeaders.ACCEPT,
                                "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5")))
                .setUserAgent(agent)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** @param silence the longest of the site */
    static RequestConfig patient(Timeout silence) {
        return RequestConfig.custom().setResponseTimeout(silence).setConnectionRequestTimeout(CONNECT).build();
    }
}
