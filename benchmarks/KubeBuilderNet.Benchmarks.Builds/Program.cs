using System.Globalization;
using KubeBuilderNet.Benchmarks.Builds;

// Usage: [runs]. The compiler server and MSBuild's nodes are warm after the first run, which isn't counted.
var runs = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5;

Console.WriteLine($"{"wall time, median of " + runs,-44}{"ms",8}{"least",8}");
foreach (var types in (int[])[1, 100])
{
    using var project = OperatorProject.OfTypes(types);
    var (with, without) = Pair(runs, project, ["build", "--no-restore", "-v:quiet"], ["build", "--no-restore", "-v:quiet", "-p:WithKubeBuilder=false"]);
    Show($"dotnet build, {types} types, with the package", with);
    Show($"dotnet build, {types} types, without", without);
}

foreach (var (name, project) in new (string, OperatorProject)[] { ("one type", OperatorProject.OfTypes(1)), ("the CronJob", OperatorProject.OfCronJob()) })
{
    using (project)
    {
        var (manifests, version) = Pair(runs, project, [Artifacts.Kbnet, "manifests"], [Artifacts.Kbnet, "version"]);
        Show($"kbnet manifests after an edit, {name}", manifests);
        Show("kbnet version", version);
    }
}

// In turn, so that a machine that is busy for a while slows both.
static (List<double> First, List<double> Second) Pair(int runs, OperatorProject project, string[] first, string[] second)
{
    var times = (First: new List<double>(), Second: new List<double>());
    for (var run = 0; run <= runs; run++)
    {
        var (one, other) = (project.EditAndRun(first), project.EditAndRun(second));
        if (run == 0)
            continue;
        times.First.Add(one);
        times.Second.Add(other);
    }
    return times;
}

static void Show(string what, List<double> times)
{
    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44}{times[times.Count / 2],8:F0}{times[0],8:F0}"));
}
