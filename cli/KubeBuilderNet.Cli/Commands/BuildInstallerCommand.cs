using System.CommandLine;
using System.Text.Json.Nodes;
using KubeBuilderNet.Build.Yaml;
using KubeBuilderNet.Cli.Output;
using KubeBuilderNet.Scaffolding;
using KubeBuilderNet.Scaffolding.Applying;
using KubeBuilderNet.Scaffolding.Planning;

namespace KubeBuilderNet.Cli.Commands;

/// <summary><c>kbnet build-installer</c>: all that is deployed as one file.</summary>
internal static class BuildInstallerCommand
{
    private const int Differs = 1;
    private const string StandardOutput = "-";

    public static Command Create(CliEnvironment environment)
    {
        var overlay = new OverlayOptions();
        var output = new Option<string>("--output") { Description = "The file; - for standard output.", DefaultValueFactory = _ => "dist/install.yaml" };
        var check = new Option<bool>("--check") { Description = "Write nothing; show what differs on disk as a diff, and fail if anything does." };
        var command = new Command("build-installer", "Write all that 'kbnet deploy' applies into one YAML file, for 'kubectl apply --server-side -f'.") { output, check };
        overlay.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.IsSet(check) && result.Given(output).Contains(StandardOutput))
                result.AddError("--check and --output - contradict each other: pass one.");
        });
        Examples.Add(command,
            "kbnet build-installer --image registry.example.com/shop:v0.1.0",
            "kbnet build-installer --check   # in CI",
            "kbnet build-installer --output - | kubectl diff --server-side -f -");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(output)!.Replace('\\', '/');
            if (path.Length == 0 || path.EndsWith('/'))
                throw new ScaffoldException($"--output '{path}' must name a file");
            // Standard output is the installer's alone.
            var quiet = path == StandardOutput ? environment with { Out = environment.Error } : environment;
            var isCheck = parsed.GetValue(check);
            var objects = isCheck
                ? await overlay.RenderCheckedAsync(parsed, quiet, cancellationToken)
                : await overlay.RenderAsync(parsed, quiet, cancellationToken);
            if (objects is null)
                return Differs;
            var text = YamlWriter.Write(new JsonArray([.. objects.Select(item => item.Manifest.DeepClone())]).ToJsonString());
            if (path == StandardOutput)
            {
                await environment.Out.WriteAsync(text);
                return 0;
            }
            return Write(environment, Plan(environment.Files, path, text), isCheck, cancellationToken);
        });
        return command;
    }

    private static Plan Plan(IFileSystem files, string path, string text)
    {
        var plan = new PlanBuilder(files, force: true);
        plan.Edit(path, "", _ => text);
        return plan.Build();
    }

    private static int Write(CliEnvironment environment, Plan plan, bool isCheck, CancellationToken cancellationToken)
    {
        if (isCheck && plan.Writes.Any())
        {
            PlanView.ShowDiff(environment, plan);
            environment.Error.WriteLine($"kbnet: {plan.Changes[0].Path} differs from what would be deployed: run 'kbnet build-installer', and commit what it writes");
            return Differs;
        }
        new PlanApplier(environment.Files).Apply(plan, cancellationToken);
        PlanView.Show(environment, plan);
        return 0;
    }
}
