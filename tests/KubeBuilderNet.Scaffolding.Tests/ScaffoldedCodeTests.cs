using KubeBuilderNet.Scaffolding.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KubeBuilderNet.Scaffolding.Tests;

/// <summary>Compiles what is scaffolded against the shapes of the runtime, with the SDK's implicit usings.</summary>
public class ScaffoldedCodeTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    private const string Shapes = Usings + """
        namespace k8s.Models
        {
            public class V1Condition
            {
                public string Type { get; set; } = "";
                public string Status { get; set; } = "";
                public string Reason { get; set; } = "";
                public string Message { get; set; } = "";
                public long? ObservedGeneration { get; set; }
            }
            public class V1Deployment { public V1ObjectMeta Metadata { get; set; } = new(); }
            public class V1ObjectMeta
            {
                public IList<string>? Finalizers { get; set; }
                public long? Generation { get; set; }
                public string? Name { get; set; }
                public string? NamespaceProperty { get; set; }
            }
            public static class ModelExtensions { public static bool HasFinalizer(this KubeBuilderNet.CustomResource resource, string name) => resource.Metadata.Finalizers is { } && name != ""; }
        }
        namespace KubeBuilderNet
        {
            public abstract class CustomResource { public k8s.Models.V1ObjectMeta Metadata { get; set; } = new(); }
            public abstract class CustomResource<TSpec, TStatus> : CustomResource { public TSpec? Spec { get; set; } public TStatus? Status { get; set; } }
            public static class Generated { public static T DeepCopy<T>(this T resource) where T : CustomResource => resource; }
            public sealed class KubernetesManifestAttribute : Attribute { public string Path => ""; }
            public enum ResourceScope { Namespaced, Cluster }
            public readonly record struct ObjectKey(string Namespace, string Name);
            [Flags] public enum Verbs { Get = 1, Read = 7, Update = 16, Patch = 32, Write = 120 }
        }
        namespace KubeBuilderNet.Annotations
        {
            public enum Operations;
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
        namespace KubeBuilderNet.Caching
        {
            public interface ILister<T> { T? Find(ObjectKey key); }
            public sealed class Indexer<T> : ILister<T> { public T? Find(ObjectKey key) => default; public T? Set(ObjectKey key, T item) => item; }
        }
        namespace KubeBuilderNet.Client
        {
            public class Patch;
            public interface IClient
            {
                Task<T> CreateAsync<T>(T resource, object? options = null, CancellationToken cancellationToken = default);
                Task DeleteAsync<T>(ObjectKey key, object? options = null, CancellationToken cancellationToken = default);
                Task<T> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken = default);
                Task<T> PatchStatusAsync<T>(T original, T changed, CancellationToken cancellationToken = default);
            }
        }
        namespace KubeBuilderNet.Client.Errors { public sealed class KubernetesApiException : Exception { public bool IsNotFound => true; } }
        namespace KubeBuilderNet.Conditions
        {
            public static class ConditionExtensions
            {
                public static bool SetStatusCondition(this IList<k8s.Models.V1Condition> conditions, k8s.Models.V1Condition condition, TimeProvider? time = null) =>
                    conditions.Contains(condition) && time is null;
            }
        }
        namespace KubeBuilderNet.Finalizers
        {
            public static class FinalizerExtensions
            {
                public static bool IsBeingDeleted(this CustomResource resource) => resource.Metadata.Name is null;
                public static Task<T> EnsureFinalizerAsync<T>(this Client.IClient client, T resource, string finalizer, CancellationToken cancellationToken = default) =>
                    client.GetAsync<T>(new(finalizer, $"{resource}"), cancellationToken);
                public static Task<T> RemoveFinalizerAsync<T>(this Client.IClient client, T resource, string finalizer, CancellationToken cancellationToken = default) =>
                    client.GetAsync<T>(new(finalizer, $"{resource}"), cancellationToken);
            }
        }
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

    private const string TestShapes = Usings + """
        global using Xunit;

        namespace Xunit
        {
            public sealed class FactAttribute : Attribute;
            [AttributeUsage(AttributeTargets.Assembly)] public sealed class AssemblyFixtureAttribute(Type type) : Attribute { public Type Type => type; }
            public interface IAsyncLifetime : IAsyncDisposable { ValueTask InitializeAsync(); }
            public sealed class TestContext { public static TestContext Current { get; } = new(); public CancellationToken CancellationToken => default; }
            public static class Assert
            {
                public static void All<T>(IEnumerable<T> all, Action<T> check) { }
                public static void Contains(string part, string whole, StringComparison comparison) { }
                public static void Contains<T>(T part, IEnumerable<T>? whole) { }
                public static void Equal<T>(T expected, T actual) { }
                public static T Single<T>(IEnumerable<T> all, Predicate<T> condition) => throw new NotSupportedException();
                public static void SkipWhen(bool condition, string reason) { }
                public static Task<T> ThrowsAsync<T>(Func<Task> code) => throw new NotSupportedException();
                public static void True(bool condition, string? message = null) { }
            }
        }
        namespace KubeBuilderNet.Testing
        {
            public sealed class ApiServer : IAsyncDisposable
            {
                public static string? SkipReason => null;
                public static Task<ApiServer> StartAsync() => throw new NotSupportedException();
                public Task InstallAsync(System.Reflection.Assembly assembly) => Task.CompletedTask;
                public KubeBuilderNet.Client.IClient CreateClient() => throw new NotSupportedException();
                public ValueTask DisposeAsync() => default;
            }
        }
        namespace Microsoft.Extensions.Logging.Abstractions
        {
            public sealed class NullLogger<T> : Microsoft.Extensions.Logging.ILogger<T> { public static NullLogger<T> Instance { get; } = new(); }
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
    [InlineData("captain", "Patch")]
    [InlineData("captain", "Operations")]
    public void What_is_scaffolded_compiles_without_a_warning(string project, string kind)
    {
        var files = Scaffold.Init(Scaffold.Options with { ProjectName = project }).Create(Scaffold.Api("v1", kind)).Files;
        Assert.Empty(Compile(files));
    }

    [Fact]
    public void Several_controllers_and_kinds_of_others_compile()
    {
        var files = Scaffold.Init(Scaffold.Options with { MultiGroup = true, Namespaced = true })
            .Create(Scaffold.Api())
            .Create(Scaffold.Api() with { HasResource = false, ControllerName = "http-client-backup" })
            .Create(Scaffold.Api("v1", "Deployment", "apps") with { HasResource = false });
        Assert.Contains("ILister<V1Deployment>", files.Files["Controllers/Apps/DeploymentReconciler.cs"], StringComparison.Ordinal);
        Assert.True(files.FileExists("Controllers/Apps/HttpClientBackupReconciler.cs"));
        Assert.Empty(Compile(files.Files));
    }

    [Fact]
    public void A_controller_of_an_edited_class_compiles()
    {
        var files = Scaffold.Init().Create(Scaffold.Api() with { HasController = false });
        var path = "Api/V1Beta1/HTTPClient.cs";
        files.Files[path] = files.Files[path].Replace("public string? Foo { get; set; }", "public required string Url { get; set; }", StringComparison.Ordinal)
            .Replace("public IList<V1Condition>? Conditions { get; set; }", "public string? Phase { get; set; }", StringComparison.Ordinal);
        Assert.Empty(Compile(files.Create(Scaffold.Api() with { HasResource = false }).Files));
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

    // The operator, then its tests on top of it.
    private static List<string> Compile(IReadOnlyDictionary<string, string> files)
    {
        var isTest = files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal)).ToLookup(file => file.Key.StartsWith("tests/", StringComparison.Ordinal));
        var compiled = Compile("scaffolded", OutputKind.ConsoleApplication, [.. isTest[false], KeyValuePair.Create("Shapes.cs", Shapes)], References);
        var tests = Compile(
            "tests", OutputKind.DynamicallyLinkedLibrary, [.. isTest[true], KeyValuePair.Create("Shapes.cs", TestShapes)], [.. References, compiled.ToMetadataReference()]);
        return [.. compiled.GetDiagnostics().Concat(tests.GetDiagnostics()).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];
    }

    private static CSharpCompilation Compile(string name, OutputKind kind, IEnumerable<KeyValuePair<string, string>> files, IEnumerable<MetadataReference> references)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Key == "Shapes.cs" ? "#nullable enable\n#pragma warning disable\n" + file.Value : file.Value, options, file.Key));
        return CSharpCompilation.Create(name, trees, references, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }
}
