using System.Text;
using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Scaffolding.Importing.Writing;

/// <summary>Lays types out in files: one for a kind and all that is its own, or, when that grew too long, one for each type.</summary>
internal static class SourceFiles
{
    private const int LongestFile = 300;

    /// <summary>Plans the files of one kind.</summary>
    /// <param name="plan">What they are added to.</param>
    /// <param name="folder">The folder of the version.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="header">A comment for the top of each file; may be empty.</param>
    /// <param name="types">The types, the kind's own class first.</param>
    public static void Write(PlanBuilder plan, string folder, string space, string header, IReadOnlyList<TypeText> types)
    {
        var kind = types[0].Name;
        if (types.Sum(type => type.Lines + 1) <= LongestFile)
        {
            plan.Write($"{folder}/{kind}.cs", Text(space, header, types));
            return;
        }
        plan.Write($"{folder}/{kind}.cs", Text(space, header, [types[0]]));
        foreach (var type in types.Skip(1))
            plan.Write($"{folder}/{kind}/{type.Name}.cs", Text(space, header, [type]));
    }

    private static string Text(string space, string header, IReadOnlyList<TypeText> types)
    {
        var text = new StringBuilder(header);
        var usings = types.SelectMany(type => type.Usings).Distinct().OrderBy(name => !name.StartsWith("System", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var name in usings)
            text.Append("using ").Append(name).Append(";\n");
        if (usings.Count > 0)
            text.Append('\n');
        var warnings = string.Join(", ", types.SelectMany(type => type.Warnings).Distinct().Order(StringComparer.Ordinal));
        if (warnings.Length > 0)
            text.Append("#pragma warning disable ").Append(warnings).Append(" // The imported definition says it, and API servers accept it.\n\n");
        text.Append("namespace ").Append(space).Append(";\n");
        foreach (var type in types)
            text.Append('\n').Append(type);
        return text.ToString();
    }
}
