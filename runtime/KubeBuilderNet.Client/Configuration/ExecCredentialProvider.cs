using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using k8s.Authentication;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>Tokens from an exec plug-in: run one at a time, kept until shortly before they expire.</summary>
/// <remarks>Follows https://kubernetes.io/docs/reference/config-api/client-authentication.v1/. Client certificates aren't taken.</remarks>
internal sealed class ExecCredentialProvider(ExecPlugin plugin, TimeProvider time) : ITokenProvider, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim _running = new(1, 1);
    private AuthenticationHeaderValue? _header;
    private DateTimeOffset _expires;

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken);
        try
        {
            if (_header is { } header && time.GetUtcNow() < _expires - Margin)
                return header;
            (header, _expires) = Parse(await RunAsync(cancellationToken));
            _header = header;
            return header;
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Forgets a token that the server refused, so that the next request runs the plug-in again; not one that is newer.</summary>
    internal void Refuse(AuthenticationHeaderValue? refused) => Interlocked.CompareExchange(ref _header, null, refused);

    public void Dispose() => _running.Dispose();

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(RunLimit);
        using var process = new Process { StartInfo = Describe() };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            var hint = plugin.InstallHint is null ? "" : " " + plugin.InstallHint.Trim();
            throw new KubeconfigException($"exec plug-in '{plugin.Command}' can't be started: {e.Message}.{hint}", e);
        }
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
                throw new KubeconfigException($"exec plug-in '{plugin.Command}' ended with code {process.ExitCode}: {(await errors).Trim()}");
            return await output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private ProcessStartInfo Describe()
    {
        var start = new ProcessStartInfo(plugin.Command, plugin.Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in plugin.Environment)
            start.Environment[name] = value;
        start.Environment["KUBERNETES_EXEC_INFO"] =
            $$$"""{"apiVersion":"{{{plugin.ApiVersion}}}","kind":"ExecCredential","spec":{"interactive":false}}""";
        return start;
    }

    private (AuthenticationHeaderValue, DateTimeOffset) Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var status = document.RootElement.GetProperty("status");
            if (!status.TryGetProperty("token", out var token) || token.GetString() is not { Length: > 0 } text)
                throw new KubeconfigException($"exec plug-in '{plugin.Command}' gave no status.token; client certificates are not supported.");
            var expires = status.TryGetProperty("expirationTimestamp", out var at) ? at.GetDateTimeOffset() : DateTimeOffset.MaxValue;
            return (new AuthenticationHeaderValue("Bearer", text), expires);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new KubeconfigException($"exec plug-in '{plugin.Command}' printed something that is no ExecCredential: {e.Message}", e);
        }
    }
}
