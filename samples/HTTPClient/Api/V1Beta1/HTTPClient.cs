// SPDX-License-Identifier: Apache-2.0

using System.ComponentModel.DataAnnotations;
using k8s.Models;
using KubeBuilderNet;
using KubeBuilderNet.Annotations;

namespace Httpclient.Api.V1Beta1;

/// <summary>HTTPClient calls a URL again and again, from as many pods as it is told.</summary>
[CustomResource("apps.baihl.io", "v1beta1", ShortNames = ["hc"])]
[PrintColumn("URL", ".spec.url")]
[PrintColumn("Method", ".spec.method", Priority = 1)]
[PrintColumn("Ready", ".status.readyReplicas", Description = "How many pods are calling.")]
[PrintColumn("Available", ".status.conditions[?(@.type==\"Available\")].status")]
[PrintColumn("Age", ".metadata.creationTimestamp")]
public sealed partial class HTTPClient : CustomResource<HTTPClientSpec, HTTPClientStatus>;

/// <summary>What is to be called, how, and by how many.</summary>
public sealed partial class HTTPClientSpec
{
    /// <summary>Where the requests go: an address with http or https.</summary>
    [Pattern("^https?://[^\\s\"\\\\]+$")]
    [MaxLength(2048)]
    public required string Url { get; set; }

    /// <summary>The method of the requests.</summary>
    public HTTPMethod Method { get; set; } = HTTPMethod.GET;

    /// <summary>Headers that each request carries, by name.</summary>
    public IDictionary<string, string>? Headers { get; set; }

    /// <summary>How long each pod waits between two requests, such as 30s or 1m30s.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many pods call.</summary>
    [Range(0, 100)]
    public int Replicas { get; set; } = 1;

    /// <summary>What each pod may use of its node.</summary>
    public V1ResourceRequirements? Resources { get; set; }
}

/// <summary>The methods of HTTP that a client may use.</summary>
public enum HTTPMethod
{
    /// <summary>Read.</summary>
    GET,

    /// <summary>Read the headers alone.</summary>
    HEAD,

    /// <summary>Hand something over.</summary>
    POST,

    /// <summary>Put something in place.</summary>
    PUT,

    /// <summary>Take something away.</summary>
    DELETE,
}

/// <summary>What the operator found when it last looked.</summary>
public sealed partial class HTTPClientStatus
{
    /// <summary>The generation of the spec that this status speaks of.</summary>
    public long? ObservedGeneration { get; set; }

    /// <summary>How many pods are calling.</summary>
    public int ReadyReplicas { get; set; }

    /// <summary>Available: all pods asked for are calling. Progressing: pods are being made or replaced.</summary>
    public IList<V1Condition>? Conditions { get; set; }
}
