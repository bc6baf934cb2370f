using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using k8s.Authentication;

namespace KubeBuilderNet.Client.Configuration;

/// <summary>Credentials from an exec plug-in: run one at a time, kept until shortly before they expire.</summary>
/// <remarks>Follows https://kubernetes.io/docs/reference/config-api/client-authentication.v1/.</remarks>
internal sealed class ExecCredentialProvider(ExecPlugin plugin, TimeProvider time) : ITokenProvider, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private Task<ExecCredential>? _current;
    private volatile ExecCertificate? _certificate;

    /// <summary>The client certificate that was given last; stays while a new one is on its way.</summary>
    internal ExecCertificate? Certificate => _certificate;

    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).Header!;

    /// <summary>The credentials of now. A plug-in that asks somebody to log in may outlast the request that began it, and serves the next.</summary>
    internal Task<ExecCredential> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_current is null or { IsFaulted: true } or { IsCanceled: true } || (_current.IsCompletedSuccessfully && IsOld(_current.Result)))
                _current = Task.Run(LoadAsync, CancellationToken.None);
            return _current.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Forgets what the server refused, so that the next request runs the plug-in again; not what is newer.</summary>
    internal void Refuse(ExecCredential refused)
    {
        lock (_gate)
        {
            if (_current is { IsCompletedSuccessfully: true } current && ReferenceEquals(current.Result, refused))
                _current = null;
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private bool IsOld(ExecCredential credential) =>
        credential.Expires != DateTimeOffset.MaxValue && time.GetUtcNow() >= credential.Expires - Margin;

    private async Task<ExecCredential> LoadAsync()
    {
        var given = ExecCredential.Parse(await RunAsync(_stop.Token), plugin);
        _certificate = given.Certificate;
        return given;
    }

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
            var errors = process.StartInfo.RedirectStandardError ? process.StandardError.ReadToEndAsync(limit.Token) : Task.FromResult("see above");
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
                throw new KubeconfigException($"exec plug-in '{plugin.Command}' ended with code {process.ExitCode}: {(await errors).Trim()}");
            return await output;
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            if (cancellationToken.IsCancellationRequested)
                throw;
            throw new KubeconfigException($"exec plug-in '{plugin.Command}' did not end within {RunLimit.TotalMinutes:0} minutes.", e);
        }
    }

    private ProcessStartInfo Describe()
    {
        var isInteractive = plugin.MayAsk && !Console.IsInputRedirected;
        if (plugin.MustAsk && !isInteractive)
            throw new KubeconfigException($"exec plug-in '{plugin.Command}' must ask somebody (interactiveMode: Always), and there is no terminal.");
        // Whoever answers must see the questions: plug-ins ask on standard error.
        var start = new ProcessStartInfo(plugin.Command, plugin.Arguments) { RedirectStandardOutput = true, RedirectStandardError = !isInteractive };
        foreach (var (name, value) in plugin.Environment)
            start.Environment[name] = value;
        var spec = new JsonObject { ["interactive"] = isInteractive };
        if (plugin.Cluster is { } cluster)
            spec["cluster"] = cluster.DeepClone();
        start.Environment["KUBERNETES_EXEC_INFO"] =
            new JsonObject { ["apiVersion"] = plugin.ApiVersion, ["kind"] = "ExecCredential", ["spec"] = spec }.ToJsonString();
        return start;
    }
}
