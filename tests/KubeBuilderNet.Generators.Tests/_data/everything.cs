namespace Everything.Api.V1
{
    /// <summary>Widget is everything.</summary>
    [CustomResource("apps.example.com", "v1", Kind = "Widget", ShortNames = ["wd"], Categories = ["all"])]
    [StorageVersion]
    [ScaleSubresource(".spec.replicas", ".status.replicas", SelectorPath = ".status.selector")]
    [PrintColumn("Replicas", ".spec.replicas", Type = "integer", Format = "int32", Priority = 1, Description = "How many.")]
    [PrintColumn("Age", ".metadata.creationTimestamp", Type = "date")]
    [DefinitionLabel("tier", "core"), DefinitionAnnotation("example.com/owner", "me")]
    [SelectableField(".spec.color")]
    [ObjectName(MaxLength = 40, Pattern = "^w-")]
    [TypeMeta(Kind = "What it is.", Required = ["metadata"])]
    [Conversion(ConversionStrategy.None)]
    public sealed partial class Widget : CustomResource<WidgetSpec, WidgetStatus>;

    public enum Color { Red, [JsonStringEnumMemberName("dark-blue")] DarkBlue }

    /// <summary>What is wanted.</summary>
    [AtMostOneOf(nameof(A), nameof(B)), ExactlyOneOf(nameof(C), nameof(D)), AtLeastOneOf("E", "F")]
    [CelRule("self.replicas <= 100 || self.color == 'Red'", MessageExpression = "'only red ones: ' + string(self.replicas)", FieldPath = ".replicas", Reason = CelReason.FieldValueForbidden)]
    [MapType(MapType.Granular)]
    public sealed partial class WidgetSpec
    {
        /// <summary>How many.</summary>
        [Range(0, 1000)] public int Replicas { get; set; } = 1;
        /// <summary>The colour.</summary>
        public Color Color { get; set; } = Color.DarkBlue;
        public string? A { get; set; }
        public string? B { get; set; }
        public string? C { get; set; }
        public string? D { get; set; }
        public string? E { get; set; }
        public string? F { get; set; }
        /// <summary>Doesn't change.</summary>
        [Immutable] public string? Url { get; set; }
        [Nullable] public string? Null { get; set; }
        public string[] Verbs { get; set; } = ["get", "list"];
        public Limits Limits { get; set; } = new() { Cpu = "1" };
        [Default("""{"cpu": "1"}""")] public Limits? More { get; set; }
        [DefaultValue(3)] public int? Three { get; set; }
        [Example("""{"cpu": "1"}"""), Title("Limits"), ExternalDocs("https://example.com", Description = "More.")] public Limits? Ex { get; set; }
        [Enum("a", 1, null), Nullable] public JsonElement? Any { get; set; }
        [AllowedValues("a", "b")] public string? Allowed { get; set; }
        [Minimum(0, Exclusive = true), Maximum(9.5)] public double? Num { get; set; }
        [MultipleOf(2)] public int? Even { get; set; }
        [MinLength(1), MaxLength(63)] public string? Text { get; set; }
        [StringLength(63, MinimumLength = 1)] public string? Text2 { get; set; }
        [RegularExpression("[a-z]+")] public string? Re { get; set; }
        [Format("ipv4")] public string? Ip { get; set; }
        [Url] public string? Uri { get; set; }
        [EmailAddress] public string? Mail { get; set; }
        [Length(1, 9), ListType(ListType.Set), MaximumLength(20, At = "items"), Pattern("^a", At = "items")] public string[]? Set { get; set; }
        [ListType(ListType.Map, "name", "port"), MaxItems(5)] public IList<Endpoint>? Endpoints { get; set; }
        [Minimum(1, At = "values.items"), MaxItems(3, At = "values")] public Dictionary<string, int[]>? Numbers { get; set; }
        public Dictionary<Color, string>? ByColor { get; set; }
        [EmbeddedResource] public JsonElement? Embedded { get; set; }
        [PreserveUnknownFields] public Limits? Open { get; set; }
        [Schemaless, SchemaType("object"), AdditionalProperties] public JsonElement? Less { get; set; }
        [RawSchema("""{"type": "string"}""")] public string? Raw { get; set; }
        public IntOrString? PortName { get; set; }
        public ResourceQuantity? Memory { get; set; }
        public TimeSpan? Wait { get; set; }
        public DateTime? When { get; set; }
        public byte[]? Bytes { get; set; }
        public Guid? Id { get; set; }
        public decimal? Money { get; set; }
        public V1ResourceRequirements? Resources { get; set; }
        [AnyOf(typeof(HasCpu), typeof(Few))] public Limits? Alt { get; set; }
        [SchemaDescription("One of them.", At = "items")] public IList<string>? Described { get; set; }
        [CelRule("self.all(x, x.size() < 10)"), MaxItems(10)] public IList<Rec>? Recs { get; set; }
    }
    [Alternative] public class HasCpu { public required string Cpu { get; set; } }
    [Alternative, MaxProperties(1)] public class Few;
    public sealed partial class Limits { public string? Cpu { get; set; } public string? Mem { get; set; } }
    public sealed partial class Endpoint { public required string Name { get; set; } [Range(1, 65535)] public required int Port { get; set; } }
    public readonly partial record struct Rec(string Name, int? Count);
    public sealed partial class WidgetStatus
    {
        public int? Replicas { get; set; }
        public string? Selector { get; set; }
        public IList<V1Condition>? Conditions { get; set; }
    }

    /// <summary>A cluster.</summary>
    [CustomResource("apps.example.com", "v1", Scope = ResourceScope.Cluster)]
    public sealed partial class Fleet : CustomResource<V1.Limits, V1.WidgetStatus>;
}
namespace Everything.Api.V1Alpha1
{
    /// <summary>Widget was this.</summary>
    [CustomResource("apps.example.com", "v1alpha1", ShortNames = ["wd"], Categories = ["all"]), DeprecatedVersion(Warning = "use v1")]
    public sealed partial class Widget : CustomResource<WidgetSpec>;
    public sealed partial class WidgetSpec { public int? Replicas { get; set; } }
}
namespace Everything.Controllers
{
    [Owns<V1ConfigMap>]
    [Rbac("apps", "deployments", Verbs.Read, ResourceNames = "one")]
    [Rbac("", "pods", Verbs.Get, OtherVerbs = "use", Namespace = "blue", RoleName = "reader")]
    [Rbac(Verbs.Get, Urls = "/metrics")]
    [ValidatingWebhook<Everything.Api.V1.Widget>]
    [DefaultingWebhook("apps", "v1", "deployments", Name = "fill.apps.example.com", Path = "/fill", TimeoutSeconds = 5, NamespaceSelector = "env in (a,b),!legacy", MatchConditions = ["notme: request.userInfo.username != 'me'"])]
    public sealed partial class WidgetReconciler : KubeBuilderNet.Reconciling.IReconciler<Everything.Api.V1.Widget>
    {
        public System.Threading.Tasks.Task<KubeBuilderNet.Reconciling.ReconcileResult> ReconcileAsync(KubeBuilderNet.Reconciling.ReconcileRequest request, System.Threading.CancellationToken cancellationToken) => System.Threading.Tasks.Task.FromResult(KubeBuilderNet.Reconciling.ReconcileResult.Done);
    }
}
