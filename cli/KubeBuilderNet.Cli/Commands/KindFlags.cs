using System.CommandLine;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>The flags that name a kind of one version.</summary>
internal sealed class KindFlags
{
    private readonly Option<string> _group = new("--group") { Description = "The API group, without the project's domain.", DefaultValueFactory = _ => "" };
    private readonly Option<string> _version = new("--version") { Description = "The API version, such as v1beta1.", Required = true };
    private readonly Option<string> _kind = new("--kind") { Description = "The kind, such as HTTPClient.", Required = true };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _group, _version, _kind })
            command.Options.Add(option);
    }

    public string Group(ParseResult parsed) => parsed.GetValue(_group)!;

    public string Version(ParseResult parsed) => parsed.GetValue(_version)!;

    public string Kind(ParseResult parsed) => parsed.GetValue(_kind)!;
}
