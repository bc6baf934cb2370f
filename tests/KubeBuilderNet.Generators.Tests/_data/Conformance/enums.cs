namespace Conformance;

/// @
[CustomResource("testdata.kubebuilder.io", "v1", Kind = "Enum")]
public sealed partial class EnumResource : CustomResource<EnumSpec>;

/// @spec
public sealed class EnumSpec
{
    public Values? Field { get; set; }
}

public enum Values { Value1, Value2 }
