using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Analytics.Web.Shared.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Analytics.Web.Shared.Errors;

/// <summary>
/// What a program gets in place of data (RFC 9457): <c>title</c>, <c>status</c>, <c>detail</c> in the language asked for, and the
/// <c>id</c> under which the log knows it. The same for pages, charts and the description.
/// </summary>
/// <param name="detail">What was found and what is allowed; null for what the status says by itself.</param>
sealed class ProblemAnswer(int status, string? detail = null) : IActionResult, IResult
{
    public const string MediaType = "application/problem+json";

    static readonly int[] Worded = [400, 401, 404, 413, 500, 503];
    static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = httpContext.RequestServices.GetRequiredService<Texts>();
        var key = "data-problem." + (Worded.Contains(status) ? status : status < 500 ? 400 : 500);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = MediaType;
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("title", texts[key + ".title"]);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail ?? texts[key + ".text"]);
            json.WriteString("id", ErrorIds.Of(httpContext));
            json.WriteEndObject();
        }
        httpContext.Response.ContentLength = bytes.Length;
        await httpContext.Response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), httpContext.RequestAborted);
    }
}
