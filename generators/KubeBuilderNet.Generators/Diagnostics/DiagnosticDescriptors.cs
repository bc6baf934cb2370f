using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators.Diagnostics;

/// <summary>Every diagnostic of the generators. Each has a page in docs/diagnostics and a row in AnalyzerReleases.</summary>
internal static partial class DiagnosticDescriptors
{
    private const string Category = "KubeBuilderNet";

    public static readonly DiagnosticDescriptor NotPartial = Error("KBN0001", "Class is not partial",
        "'{0}' must be partial: the generator adds members to it. Write 'partial' before 'class'.");

    public static readonly DiagnosticDescriptor NoCustomResource = Error("KBN0002", "Class derives from no CustomResource",
        "'{0}' has [CustomResource] and must derive from CustomResource<TSpec, TStatus>, CustomResource<TSpec> or CustomResource");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("KBN0003", "Type has no schema",
        "'{0}' has the type '{1}', which has no schema in a CustomResourceDefinition: {2}");

    public static readonly DiagnosticDescriptor RecursiveType = Error("KBN0004", "Type contains itself",
        "'{0}' closes the cycle {1}: a CustomResourceDefinition can't describe a type that contains itself. "
        + "Break the cycle, or make the property a JsonElement, whose content isn't described.");

    public static readonly DiagnosticDescriptor DuplicateKind = Error("KBN0005", "Kind is declared twice",
        "'{0}' and '{1}' are both {2}: give one of them another version or kind");

    public static readonly DiagnosticDescriptor InvalidName = Error("KBN0006", "Name is not allowed in Kubernetes",
        "{0} '{1}' of '{2}' isn't allowed: {3}");

    public static readonly DiagnosticDescriptor InapplicableRule = Error("KBN0007", "Validation doesn't fit the property's type",
        "[{0}] can't be applied to '{1}': {2}");

    public static readonly DiagnosticDescriptor InvalidPrintColumn = Error("KBN0008", "Print column can't be shown",
        "The column '{0}' of '{1}' can't be shown: {2}");

    public static readonly DiagnosticDescriptor NameConflict = Error("KBN0009", "Two properties have one JSON name",
        "'{0}' and '{1}' are both '{2}' in JSON: give one of them another [JsonPropertyName], or [JsonIgnore]");

    public static readonly DiagnosticDescriptor VersionsDisagree = Error("KBN0010", "Versions of a kind disagree",
        "'{0}' and '{1}' are versions of one kind but differ in their {2}, which a CustomResourceDefinition has once for all versions");

    public static readonly DiagnosticDescriptor CannotCopy = Error("KBN0011", "Class can't be copied",
        "'{0}' can't be copied: it has neither a constructor without parameters nor settable properties in a partial class. "
        + "Make it a record, or partial with settable properties, or give it such a constructor.");

    public static readonly DiagnosticDescriptor EmptyRule = Error("KBN0012", "RBAC rule grants nothing",
        "The rule grants nothing: {0}");

    public static readonly DiagnosticDescriptor UnknownJson = Error("KBN0013", "JSON of a converter is unknown",
        "'{0}' is written by '{1}', whose JSON can't be known here: say what it is with [SchemaType], [RawSchema] or [Schemaless]");

    public static readonly DiagnosticDescriptor StoredTwice = Error("KBN0014", "Two versions are stored",
        "'{0}' and '{1}' are both [StorageVersion] of {2}: objects are stored in one version only");

    public static readonly DiagnosticDescriptor NothingServed = Error("KBN0015", "No version is served",
        "'{0}': no version of {1} is served, so nobody could use it: remove [UnservedVersion] or [SkipVersion] from one of them");

    public static readonly DiagnosticDescriptor UnreadField = Error("KBN0016", "Field is written to JSON and is not in the schema",
        "'{0}' is a field that [JsonInclude] writes to JSON, and schemas are made of properties: the API server would drop it. Make it a property.");

    public static readonly DiagnosticDescriptor NoApplyConfiguration = Error("KBN0017", "Apply configuration can't be written",
        "'{0}' gets no apply configuration: {1}");

    public static readonly DiagnosticDescriptor NoClientSet = Warning("KBN0018", "Client set can't be written",
        "{0} gets no client set and no listers: '{1}' and '{2}', or the same ending in {3}, are taken in {4}. "
        + "Give what has these names another one, or set KubeBuilderGenerateClients to false in the project.");

    public static readonly DiagnosticDescriptor MissingMember = Error("KBN0019", "Member that a controller's attribute names can't be used",
        "'{0}' has {1}");

    public static readonly DiagnosticDescriptor WrongMap = Error("KBN0020", "Method can't map objects to requests",
        "'{0}' can't say what a change to a '{1}' is about: write '{2}'");

    public static readonly DiagnosticDescriptor WrongPredicate = Error("KBN0021", "Member is no predicate",
        "'{0}' is no predicate of '{1}': {2}. Write 'internal static IPredicate<{1}> {0} {{ get; }} = ...'.");

    public static readonly DiagnosticDescriptor ImpossibleControllerOption = Error("KBN0022", "Controller's option is not possible",
        "{0} of [Controller] is not possible: {1}");

    public static readonly DiagnosticDescriptor IdleFor = Error("KBN0023", "[For] has no effect",
        "[For<{0}>] has no effect: {1}");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) => new(
        id,
        title,
        message,
        Category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/kubebuildernet/kubebuildernet/blob/main/docs/diagnostics/{id}.md");
}
