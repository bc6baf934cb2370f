using System.CommandLine;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>What commands that delete think of objects that aren't there.</summary>
internal sealed class MissingObjects(string description)
{
    private readonly Option<bool> _ignore = new("--ignore-not-found") { Description = description };

    public void AddTo(Command command) => command.Options.Add(_ignore);

    /// <summary>Says which were not there, unless that was said to be well.</summary>
    /// <exception cref="ScaffoldException">Names them.</exception>
    public void Refuse(ParseResult parsed, IReadOnlyCollection<string> names)
    {
        if (names.Count > 0 && !parsed.GetValue(_ignore))
            throw new ScaffoldException($"not found in the cluster: {string.Join(", ", names)}. Pass --ignore-not-found if that is well");
    }
}
