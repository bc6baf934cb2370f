using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes the classes of a group and version that have a property for each of its kinds.</summary>
internal static class ClientSetWriter
{
    /// <summary>What the names of client sets end in.</summary>
    public const string Client = "Client";

    /// <summary>What the names of sets of listers end in.</summary>
    public const string Listers = "Listers";

    // A property of the same name hides them.
    private static readonly string[] OfObject = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    public static SourceText WriteClient(ClientSet set)
    {
        var writer = Begin(set)
            .WriteLine($"/// <summary>The resources of <c>{set.ApiVersion}</c>, with all verbs on them. Safe to use from many threads.</summary>")
            .WriteLine("/// <param name=\"rest\">Sends the requests; stays the caller's to dispose.</param>");
        OpenClass(writer, set, Client, "global::KubeBuilderNet.Client.Rest.RestClient", "rest");
        foreach (var kind in set.Kinds)
        {
            var scope = kind.IsNamespaced ? "namespaced" : "cluster-scoped";
            WriteProperty(writer, kind, $"All verbs on the {scope} <c>{kind.Resource}</c>.", "global::KubeBuilderNet.Client.ResourceClient", "new(_rest)");
        }
        return writer.CloseBlock().ToSourceText();
    }

    public static SourceText WriteListers(ClientSet set)
    {
        var writer = Begin(set)
            .WriteLine($"/// <summary>The cached objects of <c>{set.ApiVersion}</c>. Safe to use from many threads.</summary>")
            .WriteLine("/// <remarks>")
            .WriteLine("/// A kind is watched from the first use of its property on. Take listers before the informers are run, in a constructor for example:")
            .WriteLine("/// what waits for full caches then waits for theirs.")
            .WriteLine("/// </remarks>")
            .WriteLine("/// <param name=\"informers\">Has the caches and fills them.</param>");
        OpenClass(writer, set, Listers, "global::" + KnownTypeNames.SharedInformerFactory, "informers");
        foreach (var kind in set.Kinds)
            WriteProperty(writer, kind, $"Reads <c>{kind.Resource}</c> from the cache.", "global::KubeBuilderNet.Caching.ILister", $"_informers.Get<{kind.Class}>().Lister");
        return writer.CloseBlock().ToSourceText();
    }

    private static SourceWriter Begin(ClientSet set)
    {
        var writer = new SourceWriter().WriteHeader().WriteObsoleteAllowed();
        return set.Namespace.Length == 0 ? writer : writer.WriteLine($"namespace {set.Namespace};").WriteLine();
    }

    private static void OpenClass(SourceWriter writer, ClientSet set, string ending, string type, string parameter) => writer
        .OpenBlock($"{Access(set.IsPublic)} sealed partial class {set.Stem}{ending}({type} {parameter})")
        .WriteLine($"private readonly {type} _{parameter} = {parameter} ?? throw new global::System.ArgumentNullException(nameof({parameter}));");

    private static void WriteProperty(SourceWriter writer, ClientKind kind, string summary, string type, string value)
    {
        var hides = OfObject.Contains(kind.Property) ? "new " : "";
        writer
            .WriteLine()
            .WriteLine($"/// <summary>{summary}</summary>")
            .WriteLine($"{Access(kind.IsPublic)} {hides}{type}<{kind.Class}> {kind.Property} => {value};");
    }

    private static string Access(bool isPublic) => isPublic ? "public" : "internal";
}
