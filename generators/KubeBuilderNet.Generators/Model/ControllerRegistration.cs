using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>A reconciler found in the project, and what it owns: names as C# writes them, with <c>global::</c>.</summary>
internal sealed record ControllerRegistration(string Reconciler, string Resource, EquatableArray<string> Owned);
