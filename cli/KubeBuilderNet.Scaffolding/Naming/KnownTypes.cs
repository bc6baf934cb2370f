using System.Reflection;

namespace KubeBuilderNet.Scaffolding.Naming;

/// <summary>Types that a scaffolded file sees without asking for them: a kind of the same name needs another way to be named.</summary>
/// <remarks>Those of the implicit using directives are data, not this process's own: the same on every runtime, and in native code.</remarks>
public static class KnownTypes
{
    // What the templates' own using directives bring in, and the class that top-level statements become.
    private static readonly string[] OfTemplates =
    [
        "CustomResource", "EventId", "GroupVersionKind", "Host", "ILogger", "LogLevel", "ObjectKey", "Program", "ReconcileRequest",
        "ReconcileResult", "ResourceDefinition", "ResourceScope", "TerminalException", "Verbs",
    ];

    private static readonly Lazy<Dictionary<string, string>> OfImplicitUsings = new(() => Load("implicit-types.txt"));

    private static readonly Lazy<Dictionary<string, string>> OfPackages = new(() => Load("package-types.txt"));

    /// <summary>The namespaces that <c>ImplicitUsings</c> brings into a scaffolded project.</summary>
    public static IReadOnlyList<string> ImplicitUsings { get; } =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    /// <summary>The namespaces of packages that scaffolded reconcilers and tests name in their using directives.</summary>
    public static IReadOnlyList<string> PackageUsings { get; } =
    [
        "KubeBuilderNet", "KubeBuilderNet.Annotations", "KubeBuilderNet.Caching", "KubeBuilderNet.Client", "KubeBuilderNet.Client.Errors", "KubeBuilderNet.Conditions",
        "KubeBuilderNet.Events", "KubeBuilderNet.Finalizers", "KubeBuilderNet.Owners", "KubeBuilderNet.Reconciling", "Microsoft.Extensions.Logging",
        "Microsoft.Extensions.Logging.Abstractions", "k8s", "k8s.Models",
    ];

    /// <summary>The full name of the type that <see cref="PackageUsings"/> bring in under a simple name, such as <c>Patch</c> or <c>PodMetrics</c>; null when there is none.</summary>
    public static string? FindInPackages(string name) => OfPackages.Value.GetValueOrDefault(name);

    /// <summary>The full name of the type that hides behind a simple name in a scaffolded file; null when there is none.</summary>
    public static string? Find(string name) =>
        Array.BinarySearch(OfTemplates, name, StringComparer.Ordinal) >= 0 ? name : OfImplicitUsings.Value.GetValueOrDefault(name);

    private static Dictionary<string, string> Load(string list)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(list)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToDictionary(static type => type[(type.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
    }
}
