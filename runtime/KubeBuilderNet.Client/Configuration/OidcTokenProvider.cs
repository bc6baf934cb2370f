using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using k8s.Authentication;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>The id-token of an OpenID Connect provider, renewed by its refresh token one caller at a time.</summary>
/// <remarks>
/// Follows client-go's <c>plugin/pkg/client/auth/oidc</c>, but writes nothing back into the kubeconfig: a provider whose refresh tokens
/// serve once is better asked by an exec plug-in.
/// </remarks>
internal sealed class OidcTokenProvider(OidcSettings settings, HttpMessageHandler handler, TimeProvider time) : ITokenProvider, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly HttpClient _http = new(handler) { Timeout = TimeSpan.FromSeconds(30) };
    private string? _idToken = settings.IdToken;
    private string? _refreshToken = settings.RefreshToken;

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            if (_idToken is null || ExpiryOf(_idToken) is not { } expiry || time.GetUtcNow() >= expiry - Margin)
                await RefreshAsync(cancellationToken);
            return new AuthenticationHeaderValue("Bearer", _idToken);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose()
    {
        _refreshing.Dispose();
        _http.Dispose();
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (_refreshToken is null)
            throw Wrong("the id-token has expired and there is no refresh-token: log in again");
        var endpoint = Text(await AskAsync(HttpMethod.Get, settings.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", null, cancellationToken), "token_endpoint")
            ?? throw Wrong("the provider names no token_endpoint");
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = _refreshToken };
        if (settings.ClientSecret is null)
            form["client_id"] = settings.ClientId;
        var answer = await AskAsync(HttpMethod.Post, endpoint, new FormUrlEncodedContent(form), cancellationToken);
        _idToken = Text(answer, "id_token") ?? throw Wrong("the provider answered without an id_token; does the client have the scope openid?");
        _refreshToken = Text(answer, "refresh_token") ?? _refreshToken;
    }

    private async Task<JsonElement> AskAsync(HttpMethod method, string url, HttpContent? form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url) { Content = form };
        if (form is not null && settings.ClientSecret is { } secret)
        {
            var pair = $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw Wrong($"{url} answered {(int)response.StatusCode}: {body[..Math.Min(body.Length, 300)]}");
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw Wrong($"{url} can't be used: {e.Message}", e);
        }
    }

    // A token that can't be read is taken for old: the provider knows.
    private static DateTimeOffset? ExpiryOf(string token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.') is [_, var middle, _] ? middle : ""));
            return DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64());
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement parent, string field) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private KubeconfigException Wrong(string complaint, Exception? cause = null) => new($"{settings.Place}: {complaint}.", cause);
}
