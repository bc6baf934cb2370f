namespace Conformance.V1;

/// @
[CustomResource("testdata.kubebuilder.io", "v1", Kind = "CronJob", Singular = "mycronjob"), StorageVersion]
[SelectableField(".spec.selectableFieldString")]
[DefinitionAnnotation("api-approved.kubernetes.io", "https://github.com/kubernetes-sigs/controller-tools")]
[DefinitionAnnotation("cert-manager.io/inject-ca-from-secret", "cert-manager/cert-manager-webhook-ca")]
public sealed partial class CronJob : CustomResource<CronJobSpec?, CronJobStatus>;

/// @
[CustomResource("testdata.kubebuilder.io", "v1beta1", Kind = "CronJob", Singular = "mycronjob", StatusSubresource = true), UnservedVersion]
public sealed partial class UnservedCronJob : CustomResource<SmallSpec?>;

/// @
[CustomResource("testdata.kubebuilder.io", "v1beta2", Kind = "CronJob", Singular = "mycronjob", StatusSubresource = true)]
[DeprecatedVersion(Warning = "use v1 instead, this version causes your data center to catch fire when used on Tuesdays")]
public sealed partial class DeprecatedCronJob : CustomResource;

public abstract class Embedded
{
    /// @spec.fromEmbedded
    public string? FromEmbedded { get; set; }

    public string? FromPointer { get; set; }
}

/// @spec
[CelRule("has(oldSelf.forbiddenInt) || !has(self.forbiddenInt)", Message = "forbiddenInt is not allowed", FieldPath = ".forbiddenInt", Reason = CelReason.FieldValueForbidden)]
public sealed partial class CronJobSpec : Embedded
{
    private const string Objects = """[{"nested": {"foo": "baz", "bar": true}}, {"nested": {"foo": "qux", "bar": false}}]""";
    private const string HostName = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private const string Percentage = "^((100|[0-9]{1,2})%|[0-9]+)$";

    /// @spec.aliasFromPackage
    public string? AliasFromPackage { get; set; }

    /// @spec.array
    [Format("", At = "items")]
    public List<int>? Array { get; set; }

    /// @spec.arrayUsingCompositeLiteral
    public string[]? ArrayUsingCompositeLiteral { get; set; }

    /// @spec.associativeList
    [ListType(ListType.Map, "name", "secondary")]
    public required List<AssociativeType> AssociativeList { get; set; }

    /// @spec.baz
    public required string Baz { get; set; }

    /// @spec.binaryName
    public required byte[] BinaryName { get; set; }

    /// @spec.byteSliceData
    public Dictionary<string, byte[]>? ByteSliceData { get; set; }

    /// @spec.canBeNull
    [Nullable]
    public required string CanBeNull { get; set; }

    /// @spec.concurrencyPolicy
    public ConcurrencyPolicy? ConcurrencyPolicy { get; set; }

    /// @spec.defaultedEmptyMap
    [Default("{}")]
    public required Dictionary<string, string> DefaultedEmptyMap { get; set; }

    /// @spec.defaultedEmptyObject
    [Default("{}")]
    public required EmptiableObject DefaultedEmptyObject { get; set; }

    /// @spec.defaultedEmptySlice
    [Default("[]"), Title("{}")]
    public required List<string> DefaultedEmptySlice { get; set; }

    /// @spec.defaultedObject
    [Title("124"), Default(Objects), Example(Objects)]
    public required List<RootObject> DefaultedObject { get; set; }

    /// @spec.defaultedSlice
    [Title("DefaultedSlice"), Example("[\"a\", \"b\"]")]
    public required List<string> DefaultedSlice { get; set; } = ["a", "b"];

    /// @spec.defaultedString
    [Title("DefaultedString"), Example("\"forty-two\"")]
    public required string DefaultedString { get; set; } = "forty-two";

    /// @spec.doubleDefaultedString
    [Default("\"kubebuilder-default\"")]
    public required string DoubleDefaultedString { get; set; } = "kubernetes-default";

    [EmbeddedResource]
    public required JsonElement EmbeddedResource { get; set; }

    /// @spec.enumSlice
    [Enum(0, 1, 3, At = "items"), Format("", At = "items")]
    public List<int>? EnumSlice { get; set; }

    /// @spec.explicitlyOptionalK8s
    public string? ExplicitlyOptionalK8s { get; set; }

    /// @spec.explicitlyOptionalKubebuilder
    public string? ExplicitlyOptionalKubebuilder { get; set; }

    /// @spec.explicitlyOptionalKubernetes
    public string? ExplicitlyOptionalKubernetes { get; set; }

    /// @spec.explicitlyRequiredK8s
    [Required]
    public string? ExplicitlyRequiredK8s { get; set; }

    /// @spec.explicitlyRequiredKubebuilder
    public required string ExplicitlyRequiredKubebuilder { get; set; }

    /// @spec.explicitlyRequiredKubernetes
    public string ExplicitlyRequiredKubernetes { get; set; } = null!;

    /// @spec.failedJobsHistoryLimit
    public int? FailedJobsHistoryLimit { get; set; }

    /// @spec.fieldLevelAliasOverride
    [AllOf(typeof(Alias), typeof(Ten))]
    public string? FieldLevelAliasOverride { get; set; }

    /// @spec.fieldLevelLocalDeclarationOverride
    [AllOf(typeof(AtLeastFour), typeof(AtLeastTen)), MaximumLength(10)]
    public string? FieldLevelLocalDeclarationOverride { get; set; }

    [Minimum(-0.5), Maximum(1.5), MultipleOf(0.5)]
    public required decimal Float64WithValidations { get; set; }

    [Format(""), Range(-0.5, 1.5), MultipleOf(0.5)]
    public required double FloatWithValidations { get; set; }

    /// @spec.foo
    public required string Foo { get; set; }

    /// @spec.forbiddenInt
    [Format("")]
    public int? ForbiddenInt { get; set; }

    /// @spec.hosts
    [ListType(ListType.Set), MinItems(1), MinimumLength(1, At = "items"), MaximumLength(255, At = "items"), Pattern(HostName, At = "items")]
    public HashSet<string>? Hosts { get; set; }

    /// @spec.hostsAlias
    [ListType(ListType.Set), MinItems(1), MinimumLength(1, At = "items"), MaximumLength(255, At = "items"), Pattern(HostName, At = "items")]
    public ISet<string>? HostsAlias { get; set; }

    [Range(-2, 2), MultipleOf(2)]
    public required int Int32WithValidations { get; set; }

    /// @spec.intOrStringArrayWithAPattern
    [Pattern(Percentage, At = "items"), MinimumLength(1, At = "items"), MaximumLength(10, At = "items")]
    public List<IntOrString>? IntOrStringArrayWithAPattern { get; set; }

    /// @spec.intOrStringWithAPattern
    [Pattern(Percentage), MinimumLength(2), MaximumLength(11)]
    public IntOrString? IntOrStringWithAPattern { get; set; }

    /// @spec.intOrStringWithEnum
    [IntOrString, Enum(1, 2, "foo", "bar")]
    public JsonElement? IntOrStringWithEnum { get; set; }

    /// @spec.intOrStringWithEnumSlice
    [Enum(1, 2, "foo", "bar", At = "items"), MinimumLength(1, At = "items"), MaximumLength(3, At = "items")]
    public List<IntOrString>? IntOrStringWithEnumSlice { get; set; }

    [Format(""), Minimum(-2), Maximum(2), MultipleOf(2)]
    public required int IntWithValidations { get; set; }

    /// @spec.jobTemplate
    public required V1JobTemplateSpec JobTemplate { get; set; }

    /// @spec.justNestedObject
    public NestedObject? JustNestedObject { get; set; }

    /// @spec.k8sAssociativeList
    [ListType(ListType.Map, "name")]
    public required List<AssociativeType> K8sAssociativeList { get; set; }

    /// @spec.k8sAtomicList
    [ListType(ListType.Atomic)]
    public List<string>? K8sAtomicList { get; set; }

    /// @spec.k8sConcurrencyPolicy
    public ConcurrencyPolicy? K8sConcurrencyPolicy { get; set; }

    /// @spec.k8sNestedAssociativeList
    [ListType(ListType.Map, "name", "secondary")]
    public required List<AssociativeType> K8sNestedAssociativeList { get; set; }

    /// @spec.k8sSetList
    [ListType(ListType.Set)]
    public List<string>? K8sSetList { get; set; }

    /// @spec.kubernetesDefaultedEmptyMap
    [Default("{}")]
    public required Dictionary<string, string> KubernetesDefaultedEmptyMap { get; set; }

    /// @spec.kubernetesDefaultedEmptyObject
    [Default("{}")]
    public required EmptiableObject KubernetesDefaultedEmptyObject { get; set; }

    /// @spec.kubernetesDefaultedEmptySlice
    [Default("[]")]
    public required List<string> KubernetesDefaultedEmptySlice { get; set; }

    /// @spec.kubernetesDefaultedObject
    public required RootObject[] KubernetesDefaultedObject { get; set; } = [new() { Nested = new() { Foo = "baz", Bar = true } }, new() { Nested = new() { Foo = "qux", Bar = false } }];

    /// @spec.kubernetesDefaultedRef
    public string? KubernetesDefaultedRef { get; set; }

    /// @spec.kubernetesDefaultedSlice
    public required string[] KubernetesDefaultedSlice { get; set; } = ["a", "b"];

    /// @spec.kubernetesDefaultedString
    [DefaultValue("forty-two")]
    public required string KubernetesDefaultedString { get; set; }

    /// @spec.locallyBoundedInteger
    [Range(1, 10)]
    public int? LocallyBoundedInteger { get; set; }

    /// @spec.locallyBoundedString
    [StringLength(10, MinimumLength = 1)]
    public string? LocallyBoundedString { get; set; }

    /// @spec.longerStringArray
    [MinItems(3)]
    public List<LongerString>? LongerStringArray { get; set; }

    /// @spec.mapOfArraysOfFloats
    public Dictionary<string, List<bool>>? MapOfArraysOfFloats { get; set; }

    /// @spec.mapOfInfo
    [MapType(MapType.Granular)]
    public required Dictionary<string, byte[]> MapOfInfo { get; set; }

    /// @spec.mapOfTextMarshalerKeys
    public Dictionary<Uri, string>? MapOfTextMarshalerKeys { get; set; }

    /// @spec.minMaxProperties
    [MinProperties(1), MaxProperties(2)]
    public ThreeFields? MinMaxProperties { get; set; }

    /// @spec.nestedMap
    public Dictionary<string, Dictionary<string, string>>? NestedMap { get; set; }

    /// @spec.nestedMapInStruct
    public Dictionary<string, InnerMapStruct>? NestedMapInStruct { get; set; }

    /// @spec.nestedMapOfInfo
    public required InfoMap NestedMapOfInfo { get; set; }

    /// @spec.nestedNestedMap
    public Dictionary<string, Dictionary<string, Dictionary<string, string>>>? NestedNestedMap { get; set; }

    /// @spec.nestedStructWithSeveralFields
    public required AtomicObject NestedStructWithSeveralFields { get; set; }

    /// @spec.nestedStructWithSeveralFieldsDoubleMarked
    [MapType(MapType.Atomic)]
    public required AtomicObject NestedStructWithSeveralFieldsDoubleMarked { get; set; }

    /// @spec.nestedassociativeList
    public required AssociativeList NestedassociativeList { get; set; }

    /// @spec.noReallySuspend
    [SchemaType("string")]
    public bool? NoReallySuspend { get; set; }

    /// @spec.onlyAllowSettingOnUpdate
    [CelRule("oldSelf.hasValue() || self == 0", OptionalOldSelf = true, Message = "must be set to 0 on creation. can be set to any value on an update.")]
    public int? OnlyAllowSettingOnUpdate { get; set; }

    /// @spec.patternObject
    [Pattern(@"^$|^((https):\/\/?)[^\s()<>]+(?:\([\w\d]+\)|([^[:punct:]\s]|\/?))$")]
    public required string PatternObject { get; set; }

    /// @spec.protocol
    public string Protocol { get; set; } = "TCP";

    /// @spec.ptrData
    public Dictionary<string, string?>? PtrData { get; set; }

    /// @spec.schedule
    public required string Schedule { get; set; }

    /// @spec.schemaless
    [Schemaless, SchemaType("string")]
    public Action? Schemaless { get; set; }

    /// @spec.selectableFieldString
    public string? SelectableFieldString { get; set; }

    /// @spec.startingDeadlineSeconds
    public long? StartingDeadlineSeconds { get; set; }

    /// @spec.stringAlias
    public string? StringAlias { get; set; }

    /// @spec.stringAliasAddedValidation
    [Length(1, 255)]
    public string? StringAliasAddedValidation { get; set; }

    /// @spec.stringAliasAlreadyValidated
    [MinLength(1), MaxLength(255)]
    public string? StringAliasAlreadyValidated { get; set; }

    public string? StringAliasPtr { get; set; }

    /// @spec.stringAliasWithAddedTitle
    [Title("title on field")]
    public Titled? StringAliasWithAddedTitle { get; set; }

    public Titled? StringAliasWithTitle { get; set; }

    /// @spec.stringPair
    [Length(2, 2)]
    public required List<string> StringPair { get; set; }

    /// @spec.stringSliceData
    public Dictionary<string, IEnumerable<string>>? StringSliceData { get; set; }

    /// @spec.stringWithEvenLength
    [CelRule("self.size() % 2 == 0", Message = "must have even length"), CelRule("true")]
    public string? StringWithEvenLength { get; set; }

    /// @spec.stringWithEvenLengthAndGoodPrefix
    [CelRule("self.startsWith('good-')", Message = "must have good prefix")]
    public EvenText? StringWithEvenLengthAndGoodPrefix { get; set; }

    /// @spec.stringWithEvenLengthAndMessageExpression
    [CelRule("self.size() % 2 == 0", MessageExpression = "self + ' has odd length, must be even'")]
    public string? StringWithEvenLengthAndMessageExpression { get; set; }

    /// @spec.structWithSeveralFields
    [MapType(MapType.Atomic)]
    public required NestedObject StructWithSeveralFields { get; set; }

    /// @spec.successfulJobsHistoryLimit
    public int? SuccessfulJobsHistoryLimit { get; set; }

    /// @spec.suspend
    public bool? Suspend { get; set; }

    /// @spec.twoOfAKindPart0
    [MinLength(4)]
    public required string TwoOfAKindPart0 { get; set; }

    /// @spec.twoOfAKindPart1
    public required LongerString TwoOfAKindPart1 { get; set; }

    [EmbeddedResource]
    public required JsonObject UnprunedEmbeddedResource { get; set; }

    /// @spec.unprunedFomType
    public required JsonObject UnprunedFomType { get; set; }

    /// @spec.unprunedFomTypeAndField
    [PreserveUnknownFields]
    public required JsonObject UnprunedFomTypeAndField { get; set; }

    [PreserveUnknownFields]
    public required NestedObject UnprunedJSON { get; set; }
}

/// @spec
public sealed class SmallSpec
{
    [Range(-2, 2), MultipleOf(2)]
    public required int Int32WithValidations { get; set; }

    /// @spec.twoOfAKindPart0
    [MinLength(4)]
    public required string TwoOfAKindPart0 { get; set; }
}

public enum ConcurrencyPolicy { Allow, Forbid, Replace }

public record AssociativeType
{
    public required string Name { get; init; }
    [Format("")] public required int Secondary { get; init; }
    public required string Foo { get; init; }
}

[ListType(ListType.Map, "name", "secondary")]
public sealed class AssociativeList : List<AssociativeType>;

[MapType(MapType.Granular)]
public sealed class InfoMap : Dictionary<string, byte[]>;

public sealed partial class NestedObject
{
    public required string Foo { get; set; }
}

public sealed partial class NestedObject
{
    public required bool Bar { get; set; }
}

[MapType(MapType.Atomic)]
public record struct AtomicObject
{
    public required string Foo { get; set; }
    public required bool Bar { get; set; }
}

public sealed class RootObject
{
    public required NestedObject Nested { get; set; }
}

public sealed class EmptiableObject
{
    public string Foo { get; set; } = "forty-two";
    public string? Bar { get; set; }
}

public sealed class ThreeFields
{
    public string? Foo { get; set; }
    public string? Bar { get; set; }
    public string? Baz { get; set; }
}

public sealed class InnerMapStruct
{
    public SortedDictionary<string, string>? InnerMap { get; set; }
}

[Alternative, MinimumLength(1), MaximumLength(255)] public sealed class Alias;
[Alternative, MinimumLength(10), MaximumLength(10)] public sealed class Ten;
[Alternative, MinimumLength(4)] public sealed class AtLeastFour;
[Alternative, MinimumLength(10)] public sealed class AtLeastTen;

/// @spec.twoOfAKindPart1
[JsonConverter(typeof(TextConverter)), SchemaType("string"), MinimumLength(4)]
public sealed class LongerString : Text;

[JsonConverter(typeof(TextConverter)), SchemaType("string"), Title("title on type")]
public sealed class Titled : Text;

[JsonConverter(typeof(TextConverter)), SchemaType("string"), CelRule("self.size() % 2 == 0", Message = "must have even length")]
public sealed class EvenText : Text;

public abstract class Text { public string? Value { get; set; } }

public abstract class TextConverter : JsonConverter<Text>;

/// @status
public sealed class CronJobStatus
{
    /// @status.active
    public IList<V1ObjectReference>? Active { get; set; }

    /// @status.duration
    public Duration? Duration { get; set; }

    /// @status.lastActiveLogURL
    public string? LastActiveLogURL { get; set; }

    /// @status.lastActiveLogURL2
    [JsonPropertyName("lastActiveLogURL2")] public string? LastActiveLogURL2 { get; set; }

    /// @status.lastActiveLogURL3
    [JsonPropertyName("lastActiveLogURL3")] public string? LastActiveLogURL3 { get; set; }

    /// @status.lastActiveLogURL4
    [JsonPropertyName("lastActiveLogURL4")] public string? LastActiveLogURL4 { get; set; }

    /// @status.lastScheduleMicroTime
    public DateTime? LastScheduleMicroTime { get; set; }

    /// @status.lastScheduleTime
    public DateTimeOffset? LastScheduleTime { get; set; }

    /// @status.lastScheduleTime2
    public long? LastScheduleTime2 { get; set; }
}

public sealed class Duration
{
    /// @status.duration.value
    public required long Value { get; set; }
}
