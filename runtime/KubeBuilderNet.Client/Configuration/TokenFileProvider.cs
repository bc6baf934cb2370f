using System.Net.Http.Headers;
using k8s.Authentication;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>A bearer token kept in a file that others renew; read again each minute, as client-go does.</summary>
internal sealed class TokenFileProvider(string file, TimeProvider time) : ITokenProvider
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);
    private sealed record Reading(AuthenticationHeaderValue Header, DateTimeOffset At);
    private volatile Reading? _last;

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_last is { } last && now - last.At < Freshness)
            return last.Header;
        var token = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        if (token.Length == 0)
            throw new KubeconfigException($"{file}: the token file is empty.");
        var header = new AuthenticationHeaderValue("Bearer", token);
        _last = new Reading(header, now);
        return header;
    }
}
