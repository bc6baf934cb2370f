using KubeBuilderNet.Scaffolding.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Scaffolding.Tests;

/// <summary>Compiles what is scaffolded against the shapes of the runtime, with the SDK's implicit usings.</summary>
public class ScaffoldedCodeTests
{
    private const string Shapes = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        namespace k8s.Models { public class V1Condition; public class V1ObjectMeta { public long? Generation { get; set; } } }
        namespace KubeBuilderNet
        {
            public abstract class CustomResource { public k8s.Models.V1ObjectMeta Metadata { get; set; } = new(); }
            public abstract class CustomResource<TSpec, TStatus> : CustomResource;
            public enum ResourceScope { Namespaced, Cluster }
            public readonly record struct ObjectKey(string Namespace, string Name);
            [Flags] public enum Verbs { Get = 1, Read = 7, Update = 16, Patch = 32, Write = 120 }
        }
        namespace KubeBuilderNet.Annotations
        {
            public sealed class CustomResourceAttribute(string group, string version) : Attribute
            {
                public string Text => group + version;
                public string? Plural { get; set; }
                public string[] ShortNames { get; set; } = [];
                public ResourceScope Scope { get; set; }
            }
            [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
            public sealed class RbacAttribute(string groups, string resources, Verbs verbs) : Attribute { public string Text => groups + resources + verbs; }
        }
        namespace KubeBuilderNet.Caching { public interface ILister<T> { T? Find(ObjectKey key); } }
        namespace KubeBuilderNet.Reconciling
        {
            public readonly record struct ReconcileRequest(ObjectKey Key);
            public readonly record struct ReconcileResult { public static ReconcileResult Done => default; }
            public interface IReconciler<T> { Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken); }
        }
        namespace KubeBuilderNet.Hosting
        {
            public interface IKubeBuilder;
            public static class Extensions
            {
                public static IKubeBuilder AddKubeBuilder(this object services) => throw new NotSupportedException(services.ToString());
                public static IKubeBuilder AddGeneratedControllers(this IKubeBuilder builder) => builder;
            }
        }
        namespace Microsoft.Extensions.Logging
        {
            public interface ILogger<T>;
            public static class LoggerExtensions { public static void LogInformation<T>(this ILogger<T> logger, string message, params object?[] values) { } }
        }
        namespace Microsoft.Extensions.Hosting
        {
            public class Host
            {
                public object Services { get; } = new();
                public static Host CreateApplicationBuilder(string[] args) => new();
                public Host Build() => this;
                public Task RunAsync() => Task.CompletedTask;
            }
        }
        """;

    private static readonly List<PortableExecutableReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Theory]
    [InlineData("httpclient", "HTTPClient")]
    [InlineData("captain", "Captain")]
    [InlineData("class", "Class")]
    [InlineData("event", "Event")]
    [InlineData("task", "Task")]
    [InlineData("console", "String")]
    [InlineData("string", "Console")]
    [InlineData("system", "Object")]
    [InlineData("k8s", "Exception")]
    [InlineData("http-client", "Program")]
    [InlineData("program", "Thread")]
    [InlineData("api", "Api")]
    [InlineData("my-op", "Controllers")]
    [InlineData("microsoft", "Stream")]
    [InlineData("kubebuildernet-x", "CustomResource")]
    [InlineData("on", "List")]
    [InlineData("a", "V1")]
    [InlineData("host", "Host")]
    [InlineData("attribute", "Attribute")]
    [InlineData("namespace", "Namespace")]
    public void What_is_scaffolded_compiles_without_a_warning(string project, string kind)
    {
        var files = Scaffold.Init(Scaffold.Options with { ProjectName = project }).Create(Scaffold.Api("v1", kind)).Files;
        Assert.Empty(Compile(files));
    }

    [Fact]
    public void Two_versions_and_a_multigroup_project_compile()
    {
        var files = Scaffold.Init().Create(Scaffold.Api()).Create(Scaffold.Api("v2") with { HasController = false });
        files.Files["PROJECT"] += "multigroup: true\n";
        files.Create(Scaffold.Api(group: "sea-creatures.deep"));
        Assert.True(files.FileExists("Api/SeaCreaturesDeep/V1Beta1/HTTPClient.cs"));
        Assert.True(files.FileExists("config/rbac/sea-creatures.deep_httpclient_admin_role.yaml"));
        Assert.Empty(Compile(files.Files));
    }

    private static IEnumerable<string> Compile(IReadOnlyDictionary<string, string> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal))
            .Append(KeyValuePair.Create("Shapes.cs", "#nullable enable\n#pragma warning disable\n" + Shapes))
            .Select(file => CSharpSyntaxTree.ParseText(file.Value, options, file.Key));
        var compilation = CSharpCompilation.Create("scaffolded", trees, References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());
    }
}
