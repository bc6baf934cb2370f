namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>How much a replica had asked for when the server went down, and how much it may ask for until it is back.</summary>
internal sealed record Outage(string Name, int Reads, int Leases, int Others, long Reconciles)
{
    internal Outage(Replica replica)
        : this(replica.Name, replica.Traffic.Reads, replica.Traffic.Leases, replica.Traffic.Others, replica.Ledger.Reconciles)
    {
    }

    internal static Outage Of(string name) => new(name, 0, 0, 0, 0);

    /// <summary>What was asked for too often.</summary>
    /// <remarks>
    /// Lists and watches: each of two informers tries at once, once more because its watch had worked, and then waits at least 100 ms doubled
    /// up to 15 s. The lease: three requests at most in each period. All else is a reconcile's, which fails at its first requests and waits as the
    /// ledger says, or an event's, whose sender waits half a second at least.
    /// </remarks>
    internal IEnumerable<string> TooMuch(Replica replica, TimeSpan lasted)
    {
        var seconds = lasted.TotalSeconds;
        if (replica.Traffic.Reads - Reads > 2 * (11 + seconds / 15))
            yield return $"{Name} listed or watched {replica.Traffic.Reads - Reads} times in {seconds:0} s in which there was no server";
        if (replica.Traffic.Leases - Leases > 3 * (2 + seconds / Replica.RetryPeriod.TotalSeconds))
            yield return $"{Name} asked for the lease {replica.Traffic.Leases - Leases} times in {seconds:0} s in which there was no server";
        if (replica.Traffic.Others - Others > 3 * (replica.Ledger.Reconciles - Reconciles) + 2 * seconds + 20)
            yield return $"{Name} asked {replica.Traffic.Others - Others} times for {replica.Ledger.Reconciles - Reconciles} reconciles in {seconds:0} s in which there was no server";
    }
}
