namespace KubeBuilderNet.Runtime.Tests.Endurance;

/// <summary>How it was while nothing went on.</summary>
/// <param name="At">When.</param>
/// <param name="Kept">What was alive, by name, of both replicas together.</param>
/// <param name="Memory">The bytes that were reachable.</param>
/// <param name="Maps">How many objects there were.</param>
/// <param name="Periodic">How many of them come again by themselves.</param>
/// <param name="Secrets">How many secrets there were.</param>
/// <param name="Faults">What was not as it should be.</param>
internal sealed record Rest(DateTimeOffset At, IReadOnlyDictionary<string, int> Kept, long Memory, int Maps, int Periodic, int Secrets, IReadOnlyList<string> Faults)
{
    public override string ToString() =>
        $"{At:HH:mm} {Maps} objects, {Memory / 1024:N0} KiB, {string.Join(", ", Kept.Select(static kept => $"{kept.Value} {kept.Key}"))}\n{string.Join('\n', Faults.Take(20))}";
}
