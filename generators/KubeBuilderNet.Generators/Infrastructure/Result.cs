using KubeBuilderNet.Generators.Diagnostics;

namespace KubeBuilderNet.Generators.Infrastructure;

/// <summary>What a parser found, and what it has to say about it: two halves, so that a changed message regenerates no code.</summary>
internal sealed record Result<T>(T? Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class;
