namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>Holds each reconcile of one replica against what may have caused it.</summary>
/// <remarks>
/// A reconcile of a key has a cause of its own: a change of the object or of what it owns that the server sent, a new list, or a wait that
/// the reconcile before it asked for and that is over: as long as its result says, or 5 ms doubled with each failure up to 1000 s. Causes
/// may melt together, so there can be fewer reconciles than causes, and never more. What was on its way when the first reconcile of a key
/// began is not known exactly: <see cref="Slack"/> is for that.
/// </remarks>
internal sealed class Ledger(SteadyTime time)
{
    private const int Slack = 4;
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, Account> _accounts = [];
    private int _lists;

    /// <summary>How many reconciles there were.</summary>
    internal long Reconciles { get; private set; }

    /// <summary>Reconciles that nothing has caused.</summary>
    internal List<string> Faults { get; } = [];

    internal int Accounts => _accounts.Count;

    /// <summary>The server sent a change of an object, or of what it owns.</summary>
    internal void Changed(ObjectKey key)
    {
        lock (_gate)
            Of(key).Changes++;
    }

    /// <summary>The server sent a list, and all that is on it, or no more on it, may be news.</summary>
    internal void Listed()
    {
        lock (_gate)
            _lists++;
    }

    internal void Begin(ObjectKey key)
    {
        lock (_gate)
        {
            var account = Of(key);
            Reconciles++;
            // What came while another replica led, or before the queue was connected, is in the cache and causes nothing more.
            if (account.Reconciles++ == 0)
                (account.Changes, account.ListsBefore) = (Math.Min(account.Changes, Slack), _lists);
            if (account.Due <= time.GetUtcNow())
                (account.Waits, account.Due) = (account.Waits + 1, DateTimeOffset.MaxValue);
            var causes = Slack + account.Changes + 2 * (_lists - account.ListsBefore) + account.Waits;
            if (account.Reconciles > causes && Faults.Count < 10)
                Faults.Add($"{time.GetUtcNow():HH:mm:ss.fff} {key} was reconciled {account.Reconciles} times for {causes} causes");
        }
    }

    /// <summary>A reconcile has ended; null for a wait means that the rate limiter sets it, zero that there is none.</summary>
    internal void End(ObjectKey key, TimeSpan? wait)
    {
        lock (_gate)
        {
            var account = Of(key);
            account.Failures = wait is null ? account.Failures + 1 : 0;
            var due = time.GetUtcNow() + (wait ?? Backoff(account.Failures));
            if (wait != TimeSpan.Zero && due < account.Due)
                account.Due = due;
        }
    }

    /// <summary>Begins a new count, for the keys that are there still. To be called while nothing goes on.</summary>
    internal void Settle(Func<ObjectKey, bool> isThere)
    {
        lock (_gate)
        {
            foreach (var (key, account) in _accounts)
            {
                if (!isThere(key))
                    _accounts.Remove(key);
                (account.Reconciles, account.Changes, account.Waits) = (0, 0, 0);
            }
            Reconciles = 0;
        }
    }

    private Account Of(ObjectKey key)
    {
        if (!_accounts.TryGetValue(key, out var account))
            _accounts.Add(key, account = new Account { ListsBefore = _lists });
        return account;
    }

    private static TimeSpan Backoff(int failures) => TimeSpan.FromMilliseconds(Math.Min(5 * Math.Pow(2, failures - 1), 1_000_000));

    private sealed class Account
    {
        internal int Reconciles { get; set; }

        internal int Changes { get; set; }

        internal int ListsBefore { get; set; }

        internal int Waits { get; set; }

        internal int Failures { get; set; }

        internal DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;
    }
}
