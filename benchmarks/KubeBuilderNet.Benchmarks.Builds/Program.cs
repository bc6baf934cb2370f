using System.Globalization;
using KubeBuilderNet.Benchmarks.Builds;

// Usage: [runs]. What runs first isn't counted: it starts the compiler's server and MSBuild's nodes.
var runs = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 5;

Console.WriteLine($"{"wall time, median of " + runs,-60}{"ms",8}{"least",8}");
foreach (var types in (int[])[1, 100])
{
    using var project = OperatorProject.OfTypes(types);
    foreach (var isWarm in (bool[])[true, false])
    {
        var (with, without) = Pair(runs, project, isWarm, ["build", "--no-restore", "-v:quiet"], ["build", "--no-restore", "-v:quiet", "-p:WithKubeBuilder=false"]);
        var compiler = isWarm ? "compiler's server" : "compiler started anew";
        Show($"dotnet build, {types} types, {compiler}, with the package", with);
        Show($"dotnet build, {types} types, {compiler}, without", without);
    }
}

foreach (var (name, project) in new (string, OperatorProject)[] { ("one type", OperatorProject.OfTypes(1)), ("the CronJob", OperatorProject.OfCronJob()) })
{
    using (project)
    {
        var (manifests, version) = Pair(runs, project, isWarm: true, [Artifacts.Kbnet, "manifests"], [Artifacts.Kbnet, "version"]);
        Show($"kbnet manifests after an edit, {name}", manifests);
        Show("kbnet version", version);
    }
}

// In turn, so that a machine that is busy for a while slows both.
static (List<double> First, List<double> Second) Pair(int runs, OperatorProject project, bool isWarm, string[] first, string[] second)
{
    var times = (First: new List<double>(), Second: new List<double>());
    for (var run = -2; run < runs; run++)
    {
        var (one, other) = (project.EditAndRun(first, isWarm), project.EditAndRun(second, isWarm));
        if (run < 0)
            continue;
        times.First.Add(one);
        times.Second.Add(other);
    }
    return times;
}

static void Show(string what, List<double> times)
{
    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60}{times[times.Count / 2],8:F0}{times[0],8:F0}"));
}
