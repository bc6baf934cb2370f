namespace KubeBuilderNet.Annotations;

/// <summary>Why a value is refused, as an API server's answer names it.</summary>
public enum CelReason
{
    /// <summary>The value isn't right.</summary>
    FieldValueInvalid = 0,

    /// <summary>A value is missing.</summary>
    FieldValueRequired = 1,

    /// <summary>There may be no value.</summary>
    FieldValueForbidden = 2,

    /// <summary>The value is there twice.</summary>
    FieldValueDuplicate = 3,
}
