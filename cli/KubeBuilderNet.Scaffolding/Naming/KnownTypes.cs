namespace KubeBuilderNet.Scaffolding.Naming;

/// <summary>Types that a scaffolded file sees without asking for them: a kind of the same name needs another way to be named.</summary>
public static class KnownTypes
{
    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] Assemblies =
        ["System.Private.CoreLib", "System.Runtime", "System.Console", "System.Collections", "System.Linq", "System.Net.Http", "System.Threading"];

    // What the templates' own using directives bring in, and the class that top-level statements become.
    private static readonly string[] OfTemplates =
    [
        "CustomResource", "EventId", "GroupVersionKind", "Host", "ILogger", "LogLevel", "ObjectKey", "Program", "ReconcileRequest",
        "ReconcileResult", "ResourceDefinition", "ResourceScope", "TerminalException", "Verbs",
    ];

    /// <summary>The full name of the type that hides behind a simple name in a scaffolded file; null when there is none.</summary>
    public static string? Find(string name)
    {
        if (Array.BinarySearch(OfTemplates, name, StringComparer.Ordinal) >= 0)
            return name;
        foreach (var assembly in Assemblies)
        {
            foreach (var space in ImplicitUsings)
            {
                if (Type.GetType($"{space}.{name}, {assembly}", throwOnError: false) is { IsVisible: true } type)
                    return type.FullName;
            }
        }
        return null;
    }
}
