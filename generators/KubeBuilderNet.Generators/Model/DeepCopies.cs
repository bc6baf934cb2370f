using KubeBuilderNet.Generators.Diagnostics;
using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>The types that one custom resource needs copied, and what was wrong with them.</summary>
internal sealed record DeepCopies(EquatableArray<CopiedType> Types, EquatableArray<DiagnosticInfo> Diagnostics);
