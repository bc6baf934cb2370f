using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes the generated half of a custom resource's class: the kind that it stands for.</summary>
internal static class CustomResourceWriter
{
    public static SourceText Write(CustomResourceIdentity identity)
    {
        var writer = new SourceWriter().WriteHeader();
        if (identity.Namespace.Length > 0)
            writer.OpenBlock($"namespace {identity.Namespace}");
        for (var i = 0; i < identity.Declarations.Count - 1; i++)
            writer.OpenBlock(identity.Declarations[i]);
        WriteClass(writer, identity);
        for (var i = 0; i < identity.Declarations.Count - 1; i++)
            writer.CloseBlock();
        if (identity.Namespace.Length > 0)
            writer.CloseBlock();
        return writer.ToSourceText();
    }

    private static void WriteClass(SourceWriter writer, CustomResourceIdentity identity)
    {
        var names = identity.Names;
        writer
            .WriteLine($"[global::k8s.Models.KubernetesEntity(Group = \"{names.Group}\", ApiVersion = \"{identity.Version}\", "
                + $"Kind = \"{names.Kind}\", PluralName = \"{names.Plural}\")]")
            .OpenBlock(identity.Declarations[identity.Declarations.Count - 1]);
        WriteConstant(writer, "The API group.", "KubeGroup", names.Group);
        WriteConstant(writer, "The version within the group.", "KubeApiVersion", identity.Version);
        WriteConstant(writer, "The kind.", "KubeKind", names.Kind);
        WriteConstant(writer, "The name in paths.", "KubePluralName", names.Plural);
        writer
            .WriteLine("/// <inheritdoc/>")
            .WriteLine($"protected override global::{KnownTypeNames.GroupVersionKind} GetGroupVersionKind() => new(KubeGroup, KubeApiVersion, KubeKind);")
            .CloseBlock();
    }

    private static void WriteConstant(SourceWriter writer, string summary, string name, string value) => writer
        .WriteLine($"/// <summary>{summary}</summary>")
        .WriteLine($"public const string {name} = \"{value}\";")
        .WriteLine();
}
