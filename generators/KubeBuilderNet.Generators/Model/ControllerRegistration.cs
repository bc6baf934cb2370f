using KubeBuilderNet.Generators.Infrastructure;

namespace KubeBuilderNet.Generators.Model;

/// <summary>A reconciler found in the project, and one kind that it reconciles: names and expressions as C# writes them, with <c>global::</c>.</summary>
internal sealed record ControllerRegistration(string Reconciler, string Resource)
{
    /// <summary>Which changes of its own kind reach it; null for all.</summary>
    public string? Predicate { get; init; }

    public required EquatableArray<ControllerWatch> Watches { get; init; }

    /// <summary>What the controller's options are set to, each as an assignment.</summary>
    public required EquatableArray<string> Settings { get; init; }

    public required EquatableArray<NeededRule> Needs { get; init; }
}

/// <summary>A kind that a controller watches beside its own.</summary>
/// <param name="Resource">The kind.</param>
/// <param name="Map">The method that names what to reconcile; null for the owner.</param>
/// <param name="Predicate">Which changes count; null for all.</param>
/// <param name="Cluster">The cluster's name; null for the operator's own.</param>
internal sealed record ControllerWatch(string Resource, ControllerMap? Map, string? Predicate, string? Cluster);

/// <summary>A method of a reconciler that maps objects to requests.</summary>
internal sealed record ControllerMap(string Method, bool IsStatic);

/// <summary>What something that is no reconciler needs by its <c>[Rbac]</c>.</summary>
/// <param name="Who">Its name, for messages.</param>
/// <param name="Needs">The rules.</param>
internal sealed record OtherNeeds(string Who, EquatableArray<NeededRule> Needs);

/// <summary>A rule that a controller needs in some namespaces; without any, wherever it watches.</summary>
internal sealed record NeededRule(PolicyRule Rule, EquatableArray<string> Namespaces, bool IsClusterScoped);
