namespace KubeBuilderNet.Cli.Cluster;

/// <summary>How long the cluster may take over one step.</summary>
/// <param name="Server">The cluster's address, for people.</param>
/// <param name="Timeout">The time it has.</param>
internal sealed record Deadline(string Server, TimeSpan Timeout)
{
    // A wait that has this timeout itself says more about what is missing: let it speak first.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>Runs one request.</summary>
    /// <exception cref="TimeoutException">The cluster did not answer in time.</exception>
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> request, CancellationToken cancellationToken) =>
        RunAsync(request, Timeout, cancellationToken);

    /// <summary>Runs a wait that heeds the timeout itself, as long as the cluster answers.</summary>
    /// <exception cref="TimeoutException">The cluster did not answer in time.</exception>
    public Task WaitAsync(Func<CancellationToken, Task> wait, CancellationToken cancellationToken) =>
        RunAsync(
            async token =>
            {
                await wait(token);
                return true;
            },
            Timeout + Grace,
            cancellationToken);

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            return await request(deadline.Token);
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{Server} did not answer within {Timeout.TotalSeconds:0} s. Is it running? See --kubeconfig, --context and --timeout", e);
        }
    }
}
