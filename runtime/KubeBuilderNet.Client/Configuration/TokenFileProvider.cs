using System.Net.Http.Headers;
using k8s.Authentication;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>A bearer token kept in a file that others renew; read again each minute, as client-go does.</summary>
/// <remarks>While the file can't be read, the token that was read last serves on, or the one given beside the file.</remarks>
internal sealed class TokenFileProvider(string file, TimeProvider time, string? otherwise = null) : ITokenProvider
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);
    private sealed record Reading(AuthenticationHeaderValue Header, DateTimeOffset At);
    private volatile Reading? _last;

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_last is { } last && now - last.At < Freshness)
            return last.Header;
        try
        {
            var token = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
            if (token.Length == 0)
                throw new KubeconfigException($"{file}: the token file is empty.");
            _last = new Reading(new AuthenticationHeaderValue("Bearer", token), now);
            return _last.Header;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KubeconfigException)
        {
            if (_last is { } old)
                return old.Header;
            if (otherwise is not null)
                return new AuthenticationHeaderValue("Bearer", otherwise);
            throw e as KubeconfigException ?? new KubeconfigException($"{file}: the token file can't be read: {e.Message}", e);
        }
    }
}
