using System.CommandLine;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>A flag that can be said either way: <c>--name</c>, <c>--name=false</c>, <c>--no-name</c>; or not at all.</summary>
internal sealed class Switch
{
    private readonly Option<bool?> _yes;
    private readonly Option<bool> _no;

    public Switch(string name, string description)
    {
        _yes = new Option<bool?>($"--{name}") { Description = $"{description} [default: true]" };
        _no = new Option<bool>($"--no-{name}") { Description = $"The same as --{name}=false." };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_yes);
        command.Options.Add(_no);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_yes) is { Implicit: false } && result.GetResult(_no) is { Implicit: false })
                result.AddError($"{_yes.Name} and {_no.Name} contradict each other: pass one.");
        });
    }

    /// <summary>What was said; null for nothing.</summary>
    public bool? Value(ParseResult parsed) => parsed.GetValue(_no) ? false : parsed.GetValue(_yes);
}
