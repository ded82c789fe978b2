package org.registrationrights.config;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Somebody who calls the running application: a stranger, a program with HTTP basic, or a browser with a session. */
public final class Caller {

    private final HttpClient http;
    private final String root;
    private final String[] headers;

    private Caller(HttpClient http, String root, String... headers) {
        this.http = http;
        this.root = root;
        this.headers = headers;
    }

    public static Caller stranger(int port) {
        return new Caller(HttpClient.newHttpClient(), "http://localhost:" + port, "Accept", "*/*");
    }

    public static Caller program(int port, String user, String password, String... more) {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        String[] headers = Stream.concat(Stream.of("Authorization", "Basic " + basic), Stream.of(more))
                .toArray(String[]::new);
        return new Caller(HttpClient.newHttpClient(), "http://localhost:" + port, headers);
    }

    /** Signed in to Tasklist, with the session's cookie and its token against forged requests. */
    public static Caller browser(int port, String user, String password) {
        String root = "http://localhost:" + port;
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String beforeLogin = token(new Caller(http, root, "Accept", "*/*").get("/camunda/app/tasklist/default/"));
        new Caller(http, root, "Content-Type", "application/x-www-form-urlencoded", "X-XSRF-TOKEN", beforeLogin)
                .send(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        "username=" + user + "&password=" + password);
        String afterLogin =
                token(new Caller(http, root, "Accept", "*/*").get("/camunda/api/engine/engine/default/task/count"));
        return new Caller(http, root, "X-XSRF-TOKEN", afterLogin);
    }

    private static String token(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-XSRF-TOKEN").orElseThrow(() -> new AssertionError(answer.body()));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    public HttpResponse<String> post(String path, String json, String... more) {
        return send("POST", path, json, more);
    }

    public HttpResponse<String> send(String method, String path, String body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .headers(headers);
        if (body != null && !headers[0].equals("Content-Type") && !List.of(more).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (more.length > 0) {
            request.headers(more);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
