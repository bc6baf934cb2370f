using System.Net;
using System.Text;
using KubeBuilderNet.Client.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Client.Tests.Configuration;

public sealed class OidcTests : IDisposable
{
    private readonly FakeServer _provider = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1000));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _provider.Dispose();

    private static string IdToken(long expires) => $"h.{Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"exp":{{expires}}}""")).TrimEnd('=')}.s";

    private OidcTokenProvider Provider(string? idToken, string? refreshToken, string? secret = "s+") =>
        new(new OidcSettings("config:9: user", "https://idp.example/", "me", secret, idToken, refreshToken), _provider, _time);

    [Fact]
    public async Task A_token_serves_until_it_expires_and_is_renewed_by_one_caller()
    {
        using var provider = Provider(IdToken(2000), "r1");
        Assert.Equal(IdToken(2000), (await provider.GetAuthenticationHeaderAsync(Token)).Parameter);
        Assert.Empty(_provider.Requests);
        _provider.Answer("""{"token_endpoint":"https://idp.example/token"}""").Answer($$"""{"id_token":"{{IdToken(3000)}}","refresh_token":"r2"}""");
        _time.Advance(TimeSpan.FromSeconds(995));
        var headers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => provider.GetAuthenticationHeaderAsync(Token)));
        Assert.All(headers, header => Assert.Equal(IdToken(3000), header.Parameter));
        Assert.Equal(["GET /.well-known/openid-configuration", "POST /token"], _provider.Requests);
        Assert.Equal("application/x-www-form-urlencoded|grant_type=refresh_token&refresh_token=r1", _provider.Bodies[1]);

        _provider.Answer("""{"token_endpoint":"https://idp.example/token"}""").Answer("""{"error":"invalid_grant"}""", HttpStatusCode.BadRequest);
        _time.Advance(TimeSpan.FromSeconds(1000));
        var error = await Assert.ThrowsAsync<KubeconfigException>(() => provider.GetAuthenticationHeaderAsync(Token));
        Assert.Equal("""config:9: user: https://idp.example/token answered 400: {"error":"invalid_grant"}.""", error.Message);
        Assert.EndsWith("refresh_token=r2", _provider.Bodies[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_refresh_token_somebody_must_log_in()
    {
        using var provider = Provider(IdToken(1005), null);
        Assert.EndsWith("log in again.", (await Assert.ThrowsAsync<KubeconfigException>(() => provider.GetAuthenticationHeaderAsync(Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_client_names_itself_in_the_form()
    {
        _provider.Answer("""{"token_endpoint":"https://idp.example/token"}""").Answer($$"""{"id_token":"{{IdToken(3000)}}"}""");
        using var provider = Provider(null, "r1", secret: null);
        await provider.GetAuthenticationHeaderAsync(Token);
        Assert.EndsWith("client_id=me", _provider.Bodies[1], StringComparison.Ordinal);
    }
}
