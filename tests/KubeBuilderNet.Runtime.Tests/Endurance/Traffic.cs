namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>How often a replica asked for what.</summary>
internal sealed class Traffic
{
    private int _reads;
    private int _imposed;
    private int _leases;
    private int _others;

    /// <summary>Lists and watches.</summary>
    internal int Reads => _reads;

    /// <summary>How many of these the server ended or refused.</summary>
    internal int Imposed => _imposed;

    /// <summary>What concerned the lease.</summary>
    internal int Leases => _leases;

    internal int Others => _others;

    internal void Read() => Interlocked.Increment(ref _reads);

    internal void Impose() => Interlocked.Increment(ref _imposed);

    internal void Ask(bool isLease)
    {
        if (isLease)
            Interlocked.Increment(ref _leases);
        else
            Interlocked.Increment(ref _others);
    }

    /// <summary>What was asked for too often in a time in which there were so many reconciles.</summary>
    /// <remarks>
    /// Lists and watches: each of two informers is in one, and begins another when the server has ended or refused it, or when it leaves one
    /// after five minutes at least. The lease: three requests at most in each period. All else is a reconcile's or its event's: four requests where
    /// nothing fails, and few have more than that again.
    /// </remarks>
    internal IEnumerable<string> TooMuch(long reconciles, TimeSpan lasted)
    {
        if (Reads > Imposed + 2 * (2 + lasted / TimeSpan.FromMinutes(5)))
            yield return $"{Reads} lists and watches, of which the server ended {Imposed}, in {lasted}";
        if (Leases > 3 * (2 + lasted / Replica.RetryPeriod))
            yield return $"{Leases} requests for the lease in {lasted}";
        if (Others > 8 * reconciles + 100)
            yield return $"{Others} requests for {reconciles} reconciles in {lasted}";
    }

    internal void Clear() => (_reads, _imposed, _leases, _others) = (0, 0, 0, 0);
}
