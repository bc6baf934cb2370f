using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using k8s;
using KubeBuilderNet.Cli.Cluster;
using KubeBuilderNet.Client.Configuration;
using KubeBuilderNet.Scaffolding;

namespace KubeBuilderNet.Cli.Commands;

/// <summary>What every command that talks to a cluster has.</summary>
internal sealed class ClusterOptions
{
    private const int LongestTimeout = 24 * 60 * 60;

    private readonly Option<string?> _kubeconfig = new("--kubeconfig") { Description = "The kubeconfig file. [default: $KUBECONFIG, else ~/.kube/config]" };
    private readonly Option<string?> _context = new("--context") { Description = "The kubeconfig's context. [default: its current one]" };
    private readonly Option<string> _config = new("--config") { Description = "The project's config folder.", DefaultValueFactory = _ => "config" };
    private readonly Option<bool> _dryRun = DryRun();
    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "How many seconds to wait for the cluster.",
        DefaultValueFactory = _ => 60,
        CustomParser = Seconds,
    };

    /// <summary>The flag of commands that change a cluster.</summary>
    public static Option<bool> DryRun() => new("--dry-run") { Description = "Let the server check everything, and change nothing in the cluster." };

    public void AddTo(Command command)
    {
        AddConnectionTo(command);
        command.Options.Add(_config);
        command.Options.Add(_dryRun);
    }

    /// <summary>Only what says which cluster is meant, for commands that change nothing in it.</summary>
    public void AddConnectionTo(Command command)
    {
        AddNamesTo(command);
        command.Options.Add(_timeout);
    }

    /// <summary>Only what names the cluster, for commands that don't talk to it themselves.</summary>
    public void AddNamesTo(Command command)
    {
        command.Options.Add(_kubeconfig);
        command.Options.Add(_context);
    }

    public string? Kubeconfig(ParseResult parsed) => parsed.GetValue(_kubeconfig);

    public string? Context(ParseResult parsed) => parsed.GetValue(_context);

    public string Config(ParseResult parsed) => parsed.GetValue(_config)!.TrimEnd('/', '\\') is { Length: > 0 } folder
        ? folder
        : throw new ScaffoldException("--config must name a folder");

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    public TimeSpan Timeout(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(_timeout));

    /// <summary>Opens the cluster that is meant; the caller's to dispose. Nothing is sent yet.</summary>
    public ClusterSession Open(ParseResult parsed) => new(Load(parsed), Timeout(parsed));

    public KubernetesClientConfiguration Load(ParseResult parsed) =>
        ClusterConfiguration.Load(parsed.GetValue(_kubeconfig), parsed.GetValue(_context));

    private static int Seconds(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestTimeout)
            return seconds;
        result.AddError($"--timeout '{text}' is no number of seconds from 1 to {LongestTimeout}.");
        return 0;
    }
}
