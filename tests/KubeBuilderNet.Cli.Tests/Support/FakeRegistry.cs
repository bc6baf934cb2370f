using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace KubeBuilderNet.Cli.Tests.Support;

/// <summary>As much of an image registry as pulling a base image and pushing another needs, on loopback, without TLS.</summary>
internal sealed class FakeRegistry : IDisposable
{
    /// <summary>A base image of two platforms that holds nothing: its name and tag.</summary>
    public const string BaseImage = "base/empty:1";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new();
    private readonly ConcurrentDictionary<string, (string Type, byte[] Body)> _manifests = new();
    private readonly ConcurrentDictionary<string, MemoryStream> _uploads = new();

    public FakeRegistry()
    {
        Host = $"127.0.0.1:{FakeCluster.FreePort()}";
        _listener.Prefixes.Add($"http://{Host}/");
        _listener.Start();
        SeedBaseImage();
        _ = ServeAsync();
    }

    public string Host { get; }

    /// <summary>The base image as a project refers to it.</summary>
    public string Base => $"{Host}/{BaseImage}";

    /// <summary>A user and password that every request must have; null for none.</summary>
    public string? Credentials { get; init; }

    /// <summary>Whether they are shown once, for a token, as Docker Hub and ghcr.io have it.</summary>
    public bool HasTokens { get; init; }

    /// <summary>A manifest by its repository and tag or digest; null when nobody pushed it.</summary>
    public JsonObject? Manifest(string repository, string reference) =>
        _manifests.TryGetValue($"{repository}/{reference}", out var manifest) ? JsonNode.Parse(manifest.Body)!.AsObject() : null;

    /// <summary>A blob as JSON.</summary>
    public JsonObject Json(string digest) => JsonNode.Parse(_blobs[digest])!.AsObject();

    /// <summary>The names of a layer's files.</summary>
    public IReadOnlyList<string> FilesOf(string digest)
    {
        using var layer = new TarReader(new GZipStream(new MemoryStream(_blobs[digest]), CompressionMode.Decompress));
        var names = new List<string>();
        while (layer.GetNextEntry() is { } entry)
            names.Add(entry.Name.TrimStart('/'));
        return names;
    }

    public void Dispose() => _listener.Close();

    private void SeedBaseImage()
    {
        var tar = new byte[1024];
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(tar);
        var layer = Blob("application/vnd.oci.image.layer.v1.tar+gzip", packed.ToArray());
        var platforms = new JsonArray();
        foreach (var architecture in (string[])["amd64", "arm64"])
        {
            var config = new JsonObject
            {
                ["architecture"] = architecture,
                ["os"] = "linux",
                ["config"] = new JsonObject { ["User"] = "1654", ["Env"] = new JsonArray("PATH=/usr/bin") },
                ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(DigestOf(tar)) },
            };
            var manifest = new JsonObject
            {
                ["schemaVersion"] = 2,
                ["mediaType"] = "application/vnd.oci.image.manifest.v1+json",
                ["config"] = Blob("application/vnd.oci.image.config.v1+json", Bytes(config)),
                ["layers"] = new JsonArray(layer.DeepClone()),
            };
            var entry = Put("application/vnd.oci.image.manifest.v1+json", Bytes(manifest));
            entry["platform"] = new JsonObject { ["architecture"] = architecture, ["os"] = "linux" };
            platforms.Add(entry);
        }
        Put("application/vnd.oci.image.index.v1+json", Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = "application/vnd.oci.image.index.v1+json",
            ["manifests"] = platforms,
        }), BaseImage.Split(':')[1]);
    }

    private JsonObject Put(string type, byte[] body, string? tag = null)
    {
        _manifests[$"{BaseImage.Split(':')[0]}/{tag ?? DigestOf(body)}"] = (type, body);
        return Descriptor(type, body);
    }

    private JsonObject Blob(string type, byte[] body)
    {
        _blobs[DigestOf(body)] = body;
        return Descriptor(type, body);
    }

    private static JsonObject Descriptor(string type, byte[] body) => new() { ["mediaType"] = type, ["digest"] = DigestOf(body), ["size"] = body.Length };

    private static byte[] Bytes(JsonNode json) => System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());

    private static string DigestOf(byte[] body) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(body));

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var response = context.Response;
        response.StatusCode = IsAllowed(context.Request) ? Answer(context.Request, response, body.ToArray(), out var answer) : Refuse(response, out answer);
        response.ContentLength64 = answer.Length;
        if (context.Request.HttpMethod != "HEAD")
            await response.OutputStream.WriteAsync(answer);
        response.Close();
    }

    private bool IsAllowed(HttpListenerRequest request)
    {
        var isToken = request.Url!.AbsolutePath == "/token";
        var expected = Credentials is null ? null
            : HasTokens && !isToken ? "Bearer a-token"
            : "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Credentials));
        return expected is null || request.Headers["Authorization"] == expected;
    }

    private int Refuse(HttpListenerResponse response, out byte[] answer)
    {
        response.Headers["WWW-Authenticate"] = HasTokens ? $"Bearer realm=\"http://{Host}/token\",service=\"{Host}\"" : "Basic realm=\"registry\"";
        answer = [];
        return 401;
    }

    private int Answer(HttpListenerRequest request, HttpListenerResponse response, byte[] body, out byte[] answer)
    {
        answer = [];
        if (request.Url!.AbsolutePath == "/token")
        {
            answer = request.QueryString["scope"] == "repository:team/shop:pull,push" ? "{\"token\":\"a-token\"}"u8.ToArray() : "{}"u8.ToArray();
            return 200;
        }
        var path = request.Url!.AbsolutePath["/v2/".Length..];
        if (path.Length == 0)
            return 200;
        var parts = path.Split('/');
        return (request.HttpMethod, parts[^2]) switch
        {
            ("GET" or "HEAD", "blobs") => _blobs.TryGetValue(parts[^1], out answer!) ? 200 : NotFound(out answer),
            ("GET" or "HEAD", "manifests") => Read(response, $"{string.Join('/', parts[..^2])}/{parts[^1]}", out answer),
            ("PUT", "manifests") => Store(response, request.ContentType!, string.Join('/', parts[..^2]), parts[^1], body),
            _ => Upload(request, response, path, body),
        };
    }

    private int Read(HttpListenerResponse response, string key, out byte[] answer)
    {
        if (!_manifests.TryGetValue(key, out var manifest))
            return NotFound(out answer);
        response.ContentType = manifest.Type;
        response.Headers["Docker-Content-Digest"] = DigestOf(manifest.Body);
        answer = manifest.Body;
        return 200;
    }

    private int Store(HttpListenerResponse response, string type, string repository, string reference, byte[] body)
    {
        _manifests[$"{repository}/{reference}"] = (type, body);
        _manifests[$"{repository}/{DigestOf(body)}"] = (type, body);
        response.Headers["Docker-Content-Digest"] = DigestOf(body);
        return 201;
    }

    private int Upload(HttpListenerRequest request, HttpListenerResponse response, string path, byte[] body)
    {
        if (request.HttpMethod == "POST")
        {
            path = path.TrimEnd('/') + "/" + Guid.NewGuid().ToString("N");
            _uploads[path] = new MemoryStream();
        }
        _uploads[path].Write(body);
        response.Headers["Location"] = $"http://{Host}/v2/{path}";
        response.Headers["Range"] = $"0-{Math.Max(0, _uploads[path].Length - 1)}";
        if (request.HttpMethod != "PUT")
            return 202;
        var blob = _uploads[path].ToArray();
        if (request.QueryString["digest"] != DigestOf(blob))
            return 400;
        _blobs[DigestOf(blob)] = blob;
        return 201;
    }

    private static int NotFound(out byte[] answer)
    {
        answer = "{\"errors\":[]}"u8.ToArray();
        return 404;
    }
}
