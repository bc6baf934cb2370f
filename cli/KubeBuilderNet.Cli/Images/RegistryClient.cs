using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Images;

/// <summary>Writes to one repository of a registry, as the Open Container Initiative's distribution specification has it.</summary>
internal sealed partial class RegistryClient : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ImageReference _image;
    private readonly RegistryCredentials _credentials;
    private readonly string _host;
    private AuthenticationHeaderValue? _authorization;
    private string _scheme = "https";

    /// <param name="image">The image, whose registry and repository count.</param>
    /// <param name="credentials">Who asks.</param>
    public RegistryClient(ImageReference image, RegistryCredentials credentials)
    {
        (_image, _credentials) = (image, credentials);
        // Docker Hub answers under another name than the one it is called by.
        _host = image.Registry is null or ImageReference.DefaultRegistry ? "registry-1.docker.io" : image.Registry;
    }

    /// <summary>Finds out how the registry is spoken to.</summary>
    /// <exception cref="ScaffoldException">It can't be reached, or doesn't let one in.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_image.IsLoopback && await IsPlainAsync(cancellationToken))
            _scheme = "http";
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, Address("")), cancellationToken);
        await CheckAsync(response, cancellationToken);
    }

    /// <summary>Pushes a blob unless the repository has it.</summary>
    public async Task PushBlobAsync(string digest, FileInfo file, CancellationToken cancellationToken)
    {
        using (var known = await SendAsync(() => new HttpRequestMessage(HttpMethod.Head, Address($"{_image.Repository}/blobs/{digest}")), cancellationToken))
        {
            if (known.IsSuccessStatusCode)
                return;
        }
        using var begun = await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, Address($"{_image.Repository}/blobs/uploads/")), cancellationToken);
        await CheckAsync(begun, cancellationToken);
        var location = new Uri(begun.RequestMessage!.RequestUri!, begun.Headers.Location ?? throw new ScaffoldException($"{_host} doesn't say where to upload to"));
        var target = new Uri($"{location}{(location.Query.Length > 0 ? "&" : "?")}digest={Uri.EscapeDataString(digest)}");
        using var done = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Put, target) { Content = new StreamContent(file.OpenRead()) { Headers = { ContentType = new("application/octet-stream"), ContentLength = file.Length } } },
            cancellationToken);
        await CheckAsync(done, cancellationToken);
    }

    /// <summary>Pushes a manifest under a tag or its digest.</summary>
    public async Task PushManifestAsync(string reference, string type, byte[] body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Put, Address($"{_image.Repository}/manifests/{reference}")) { Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } } },
            cancellationToken);
        await CheckAsync(response, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private Uri Address(string path) => new($"{_scheme}://{_host}/v2/{path}");

    private async Task<bool> IsPlainAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var _ = await _http.GetAsync(new Uri($"http://{_host}/v2/"), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // A registry says how it wants to be asked when it refuses the first time.
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var response = await SendOnceAsync(make(), cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || response.Headers.WwwAuthenticate.FirstOrDefault() is not { } challenge)
            return response;
        response.Dispose();
        _authorization = await AnswerAsync(challenge, cancellationToken);
        return await SendOnceAsync(make(), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            request.Headers.Authorization = _authorization;
            try
            {
                return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }
            catch (HttpRequestException e)
            {
                throw new ScaffoldException($"cannot reach the registry {_host}: {e.Message}", e);
            }
        }
    }

    private async Task<AuthenticationHeaderValue?> AnswerAsync(AuthenticationHeaderValue challenge, CancellationToken cancellationToken)
    {
        var login = await _credentials.FindAsync(_image.Registry ?? ImageReference.DefaultRegistry, cancellationToken);
        var basic = login is null ? null : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(login)));
        if (!challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return basic;
        var fields = Field().Matches(challenge.Parameter ?? "").ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.OrdinalIgnoreCase);
        var address = $"{fields.GetValueOrDefault("realm")}?service={Uri.EscapeDataString(fields.GetValueOrDefault("service", ""))}"
            + $"&scope={Uri.EscapeDataString($"repository:{_image.Repository}:pull,push")}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var realm) || (realm.Scheme != "https" && _scheme == "https"))
            throw new ScaffoldException($"{_host} asks for a token from '{fields.GetValueOrDefault("realm")}', which is no https address");
        using var request = new HttpRequestMessage(HttpMethod.Get, realm);
        request.Headers.Authorization = basic;
        using var response = await _http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return null;
        var answer = JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return new AuthenticationHeaderValue("Bearer", (string?)answer?["token"] ?? (string?)answer?["access_token"] ?? "");
    }

    private async Task CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return;
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new ScaffoldException($"{_host} doesn't let you push to {_image.Repository}: log in with 'docker login {_image.Registry}' or 'podman login {_image.Registry}'");
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        throw new ScaffoldException($"{_host} refused {response.RequestMessage!.RequestUri!.AbsolutePath}: {(int)response.StatusCode} {response.ReasonPhrase} {text}".TrimEnd());
    }

    [GeneratedRegex("([a-zA-Z]+)=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
