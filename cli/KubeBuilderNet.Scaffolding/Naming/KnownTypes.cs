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

    private static readonly Lazy<Dictionary<string, string>> OfImplicitUsings = new(Load);

    /// <summary>The namespaces that <c>ImplicitUsings</c> brings into a scaffolded project.</summary>
    public static IReadOnlyList<string> ImplicitUsings { get; } =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    /// <summary>The full name of the type that hides behind a simple name in a scaffolded file; null when there is none.</summary>
    public static string? Find(string name) =>
        Array.BinarySearch(OfTemplates, name, StringComparer.Ordinal) >= 0 ? name : OfImplicitUsings.Value.GetValueOrDefault(name);

    private static Dictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("implicit-types.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToDictionary(static type => type[(type.LastIndexOf('.') + 1)..], StringComparer.Ordinal);
    }
}
