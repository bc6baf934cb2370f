using k8s.Models;
using KubeBuilderNet.Client;
using KubeBuilderNet.Client.Errors;
using KubeBuilderNet.Managing;
using KubeBuilderNet.Permissions;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.LeaderElection;

/// <summary>Takes a Lease when nobody holds it, renews it, and gives it back. Follows client-go's <c>leaderelection.LeaderElector</c>.</summary>
/// <remarks>
/// Whether another's Lease has run out is told by this program's own clock, from when it saw the Lease change: the times written in the
/// Lease are never compared with it, so clocks that differ do no harm. Each write names the version that it was made from, so of two
/// that try at once one wins.
/// </remarks>
internal sealed class LeaderElector(IClient client, LeaderElectionOptions options, ObjectKey lease, string identity, TimeProvider time, ILogger log)
{
    /// <summary>By how much a wait may grow at random: by once this, that is to 2.2 times itself.</summary>
    internal const double Jitter = 1.2;

    /// <summary>What it must be allowed, and the event with which a leader says that it leads.</summary>
    internal static PermissionSet Needs { get; } = new("leader election",
    [
        new PermissionRule("coordination.k8s.io", "leases", "get,create,patch") { Namespaces = PermissionScopes.Own },
        new PermissionRule("events.k8s.io", "events", "create,patch") { Namespaces = PermissionScopes.Own },
    ]);

    private V1Lease? _observed;
    private long _observedAt;
    private long _renewedAt;
    private string? _problem;
    private volatile string _leader = "";

    /// <summary>The Lease's name.</summary>
    internal string Name => lease.Name;

    /// <summary>What this program is called in the Lease.</summary>
    internal string Identity => identity;

    /// <summary>Whether this program holds the Lease.</summary>
    internal bool IsLeader => _leader == identity;

    /// <summary>
    /// Whether this program holds the Lease and has renewed it in time. One that stood still finds out here, before it asks the server, that
    /// another may lead.
    /// </summary>
    internal bool IsCurrent => IsLeader && time.GetElapsedTime(Volatile.Read(ref _renewedAt)) < options.RenewDeadline;

    /// <summary>The Lease as it was last seen; null before.</summary>
    internal V1Lease? Observed => _observed;

    /// <summary>Waits until this program holds the Lease.</summary>
    internal async Task AcquireAsync(CancellationToken cancellationToken)
    {
        log.LogInformation("Waiting for the lease {Lease} as {Identity}", lease, identity);
        while (!await TryAsync(options.RenewDeadline, cancellationToken))
            await Task.Delay(options.RetryPeriod * (1 + Jitter * Random.Shared.NextDouble()), time, cancellationToken);
        log.LogInformation("The lease {Lease} is held: this program leads", lease);
    }

    /// <summary>Renews the Lease until cancelled.</summary>
    /// <exception cref="ManagerException">It was lost: another took it, or it couldn't be renewed in time.</exception>
    internal async Task RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.RetryPeriod, time, cancellationToken);
                var left = options.RenewDeadline - time.GetElapsedTime(_renewedAt);
                if (left > TimeSpan.Zero && await TryAsync(left, cancellationToken))
                    continue;
                if (!IsLeader)
                    throw Lost(_leader.Length > 0 ? $"{_leader} holds it" : "another took it");
                if (time.GetElapsedTime(_renewedAt) >= options.RenewDeadline)
                    throw Lost($"it was not renewed within {options.RenewDeadline.TotalSeconds:0.#} s: {_problem ?? "the program stood still"}");
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Who stops gives the lease back, or lets it run out.
        }
    }

    /// <summary>Gives the Lease back, so that another can take it at once. Never throws.</summary>
    internal async Task ReleaseAsync()
    {
        using var limit = new CancellationTokenSource(options.RenewDeadline / 2, time);
        try
        {
            // A renewal that was cut off may have arrived all the same, and then the version is another.
            while (IsLeader && !await TryReleaseAsync(_observed!, limit.Token))
                Observe(await client.GetAsync<V1Lease>(lease, limit.Token));
        }
        catch (Exception e) when (IsPassing(e))
        {
            log.LogWarning("The lease {Lease} was not released and runs out by itself: {Reason}", lease, e.Message);
        }
        _leader = "";
    }

    private async Task<bool> TryReleaseAsync(V1Lease held, CancellationToken cancellationToken)
    {
        try
        {
            var now = Now;
            await WriteAsync(held, held.Spec with { HolderIdentity = null, LeaseDurationSeconds = 1, RenewTime = now, AcquireTime = now }, cancellationToken);
            log.LogInformation("The lease {Lease} is given back", lease);
            return true;
        }
        catch (KubernetesApiException e) when (e.IsConflict)
        {
            return false;
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private int Seconds => (int)Math.Ceiling(options.LeaseDuration.TotalSeconds);

    private async Task<bool> TryAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var expiry = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, expiry.Token);
        // Counted from before the request: others count from after it.
        var begun = time.GetTimestamp();
        try
        {
            if (!await TakeOrRenewAsync(both.Token))
                return false;
            Volatile.Write(ref _renewedAt, begun);
            _problem = null;
            return true;
        }
        catch (Exception e) when (IsPassing(e) && !cancellationToken.IsCancellationRequested)
        {
            _problem = e is OperationCanceledException ? "the API server didn't answer" : e.Message.TrimEnd('.');
            log.LogWarning("The lease {Lease} can't be taken or renewed now: {Reason}", lease, _problem);
            return false;
        }
    }

    private async Task<bool> TakeOrRenewAsync(CancellationToken cancellationToken)
    {
        if (IsLeader && await TryRenewAsync(cancellationToken))
            return true;
        var current = await client.FindAsync<V1Lease>(lease, cancellationToken);
        if (current is null)
        {
            Observe(await client.CreateAsync(New(), cancellationToken: cancellationToken));
            return true;
        }
        if (_observed is null || _observed.Spec != current.Spec || _observed.Metadata.Uid != current.Metadata.Uid)
            Observe(current);
        if (!IsLeader && _leader.Length > 0 && time.GetElapsedTime(_observedAt) < DurationOf(current))
            return false;
        await WriteAsync(current, IsLeader ? Renewed(current.Spec) : Taken(current.Spec), cancellationToken);
        return true;
    }

    // Mostly nobody else has written, and one request does.
    private async Task<bool> TryRenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(_observed!, Renewed(_observed!.Spec), cancellationToken);
            return true;
        }
        catch (KubernetesApiException e) when (e.IsConflict || e.IsNotFound)
        {
            return false;
        }
    }

    private async Task WriteAsync(V1Lease original, V1LeaseSpec to, CancellationToken cancellationToken)
    {
        if (Patch.MergeFrom(original, original with { Spec = to }, client.Json) is { } patch)
            Observe(await client.PatchAsync<V1Lease>(lease, patch, cancellationToken: cancellationToken));
    }

    private V1Lease New() => new()
    {
        Metadata = new V1ObjectMeta { Name = lease.Name, NamespaceProperty = lease.Namespace },
        Spec = Taken(new V1LeaseSpec { LeaseTransitions = -1 }),
    };

    private V1LeaseSpec Renewed(V1LeaseSpec spec) => spec with { HolderIdentity = identity, LeaseDurationSeconds = Seconds, RenewTime = Now };

    private V1LeaseSpec Taken(V1LeaseSpec? spec) => Renewed(spec ?? new V1LeaseSpec()) with { AcquireTime = Now, LeaseTransitions = (spec?.LeaseTransitions ?? 0) + 1 };

    private TimeSpan DurationOf(V1Lease held) => held.Spec?.LeaseDurationSeconds is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : options.LeaseDuration;

    private void Observe(V1Lease seen)
    {
        (_observed, _observedAt) = (seen, time.GetTimestamp());
        var holder = seen.Spec?.HolderIdentity ?? "";
        if (holder != _leader && holder != identity && holder.Length > 0)
            log.LogInformation("The lease {Lease} is held by {Leader}", lease, holder);
        _leader = holder;
    }

    private ManagerException Lost(string reason) => new($"The lease {lease} is lost: {reason}. The program ends, so that no two lead at once.");

    private static bool IsPassing(Exception e) => e is KubernetesApiException or HttpRequestException or IOException or OperationCanceledException;
}
