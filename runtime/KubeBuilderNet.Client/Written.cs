namespace KubeBuilderNet.Client;

/// <summary>An object as it is now, and what was done to it.</summary>
/// <typeparam name="T">The object's class.</typeparam>
/// <param name="Resource">The object as stored; the caller's own.</param>
/// <param name="Outcome">What was done.</param>
public readonly record struct Written<T>(T Resource, WriteOutcome Outcome)
    where T : class;
