using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes <c>DeepCopy()</c> methods: into partial declarations, and as extensions for types that nothing can be added to.</summary>
internal static class DeepCopyWriter
{
    public static SourceText WritePartial(CopiedType type)
    {
        var writer = new SourceWriter().WriteHeader().WriteLine("using KubeBuilderNet;").WriteLine();
        var partial = type.Partial!;
        if (partial.Namespace is not null)
            writer.WriteLine($"namespace {partial.Namespace};").WriteLine();
        for (var i = 0; i < partial.Headers.Count; i++)
            writer.OpenBlock(partial.Headers[i] + (i + 1 == partial.Headers.Count ? $" : global::KubeBuilderNet.IDeepCopyable<{type.FullName}>" : ""));
        writer.WriteLine("/// <summary>A copy that shares nothing changeable with this object.</summary>");
        WriteBody(writer, $"public {(partial.HidesBase ? "new " : "")}{type.FullName} DeepCopy()", type, source: "this");
        foreach (var _ in partial.Headers)
            writer.CloseBlock();
        return writer.ToSourceText();
    }

    public static SourceText WriteExtensions(IEnumerable<CopiedType> types)
    {
        var writer = new SourceWriter().WriteHeader();
        writer.OpenBlock("namespace KubeBuilderNet");
        writer.WriteLine("/// <summary>Copies of classes that nothing can be added to.</summary>");
        writer.WriteLine("[global::Microsoft.CodeAnalysis.Embedded]");
        writer.OpenBlock("internal static class GeneratedDeepCopies");
        foreach (var type in types)
        {
            WriteBody(writer, $"internal static {type.FullName} DeepCopy(this {type.FullName} source)", type, source: "source");
            writer.WriteLine();
        }

        return writer.CloseBlock().CloseBlock().ToSourceText();
    }

    private static void WriteBody(SourceWriter writer, string signature, CopiedType type, string source)
    {
        if (type.Start == CopyStart.Impossible)
        {
            writer.WriteLine($"{signature} => {source};");
            return;
        }

        if (type.Start == CopyStart.Clone)
        {
            writer.OpenBlock(signature).WriteLine($"var copy = ({type.FullName})MemberwiseClone();");
            foreach (var member in type.Members)
                writer.WriteLine($"copy.@{member.Name} = {Copy($"@{member.Name}", member.Plan, Local(member))};");
            writer.WriteLine("return copy;").CloseBlock();
            return;
        }

        var start = type.Start == CopyStart.With ? $"{source} with" : $"new {type.FullName}()";
        if (type.Members.Count == 0)
        {
            writer.WriteLine($"{signature} => {start} {{ }};");
            return;
        }

        writer.OpenBlock(signature).WriteLine($"return {start}").OpenBlock();
        foreach (var member in type.Members)
            writer.WriteLine($"@{member.Name} = {Copy($"{source}.@{member.Name}", member.Plan, Local(member))},");
        writer.CloseBlock("};").CloseBlock();
    }

    // All members of a copy share one scope, so the variable of each has a name of its own.
    private static string Local(CopiedMember member) => "value__" + member.Name;

    private static string Copy(string value, CopyPlan plan, string local) => plan switch
    {
        CopyPlan.Call { CanBeNull: true } => $"{value}?.DeepCopy()!",
        CopyPlan.Call => $"{value}.DeepCopy()",
        CopyPlan.CloneJson json => $"({json.Type}){value}?.DeepClone()!",
        CopyPlan.Nullable nullable => $"{value} is {{ }} {local} ? {Copy(local, nullable.Value, local + "_")} : null",
        CopyPlan.Collection { Element: CopyPlan.Share } collection => $"{Method(collection)}({value})!",
        CopyPlan.Collection collection => $"{Method(collection)}({value}, static item => {Copy("item", collection.Element, local)})!",
        _ => value,
    };

    private static string Method(CopyPlan.Collection collection) => $"global::KubeBuilderNet.Copying.Copies.{collection.Method}";
}
