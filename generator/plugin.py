"""The MkDocs adaptor: the only module that knows the host."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any, Literal, cast

from markupsafe import Markup
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.build import Workshop, build_site
from generator.errors import LessonloomError, SpecError, format_diagnostic
from generator.gallery import Gallery, is_gallery, render_gallery
from generator.pages import SiteFile, fill_slots
from generator.pages.asset_files import ASSETS, keep_modules
from generator.pages.chrome import Site, asset_urls, relative_url
from generator.pages.search_index import SEARCH, build_search_index, index_page
from generator.pages.site_map import render_sitemap
from generator.pages.templating import Environment, environment, keep_compiled, leave_icons_out
from generator.pages.theme_settings import FEATURES, THEME, palette, theme_language
from generator.preview import Preview, explain, keep_serving, shorten
from generator.spec import load_course
from generator.spec.site_file import load_site_file

DOCUMENTATION = "authoring/index.md"
OWN_STYLES = ("css/site.css",)
OWN_MODULES = ("js/language-switch.mjs",)


class LessonloomConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml says: where the lessons are, from its folder, and which functions may draw."""

    lessons = c.Type(str, default="lessons")
    figures = c.Type((dict, str), default={})


class GeneratedPage(Page):
    """A page that comes finished: the host reads no file and runs no Markdown."""

    def __init__(self, source: SiteFile, file: File, config: MkDocsConfig) -> None:
        # The theme does not escape titles; Markup keeps the filters that do from doing it twice.
        super().__init__(Markup(escape(source.title)), file, config)
        self.source = source

    def read_source(self, config: MkDocsConfig) -> None:
        """Instead of a file: what the theme and the search need to know."""
        self.markdown = ""
        self.meta = {"search": {"exclude": True}}  # from Material's index of all languages
        if self.source.description:
            self.meta["description"] = Markup(escape(self.source.description))

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert. The first entry of the table of contents is where the skip link leads."""
        self.content = str(self.source.content)
        top = AnchorLink(str(self.title), "__content", 1)
        top.children = [AnchorLink(escape(heading.title), heading.id, 2) for heading in self.source.headings]
        self.toc = TableOfContents([top])


class LessonloomPlugin(BasePlugin[LessonloomConfig]):  # type: ignore[no-untyped-call]
    """Carries the pages of generator.build into a MkDocs site."""

    def __init__(self) -> None:
        self.serving, self.workshop = False, Workshop()
        self.preview: Preview | None = None
        self.galleries: dict[str, Gallery] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """MkDocs keeps a plugin with this handler over rebuilds, and with it what the workshop remembers."""
        self.serving = command == "serve"
        gc.freeze()  # what is imported by now stays
        if dirty:
            say("lessonloom: --dirty saves no time and leaves deleted lessons and old search entries behind")

    @event_priority(100)  # before the search plugin looks for settings
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Settings that every site of ours needs, so that mkdocs.yml stays short."""
        config.theme.dirs.insert(config.theme.custom_dir is not None, str(THEME))
        config.theme["font"], config.theme["favicon"] = False, "assets/images/lessonloom.svg"
        config.theme["icon"] = {"logo": "lessonloom/mark", **(config.theme.get("icon") or {})}
        config.theme["palette"] = palette("en")
        config.theme["features"] = [*config.theme.get("features", []), *FEATURES]
        # 'alternate' makes the header include partials/alternate.html; a list would become wrong links.
        config.extra.update({"generator": config.extra.get("generator", False), "alternate": True})
        self.site_name, self.language = config.site_name, config.theme["language"]
        if search := config.plugins.get("material/search"):
            search.config.update(SEARCH)
        config.theme.get_env = leave_icons_out(config.theme.get_env)  # type: ignore[method-assign]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Whatever can go wrong goes wrong here: afterwards MkDocs has already deleted the old site."""
        self.site_file = shorten(Path(config.config_file_path))
        self.pictures = self.site_file.parent / ".cache" / "lessonloom"
        self.workshop.keep_pictures(self.pictures)
        keep_compiled(environment(), self.pictures / "templates")
        keep_modules(self.pictures / "modules" / "shipped.json")
        folder = self.site_file.parent / self.config.lessons
        sources = self._preview(folder) if self.serving else self._build(folder)
        taken = {file.dest_uri: file.src_uri for file in get_files(config)}
        self.generated, level = [], InclusionLevel.NOT_IN_NAV
        for source in sources:
            file = File.generated(config, source.uri, content=source.content, inclusion=level)
            if real := taken.get(file.dest_uri):
                raise PluginError(f"docs/{real} stands where {source.uri} is generated: rename it")
            self.generated.append((source, file))

    def _preview(self, folder: Path) -> list[SiteFile]:
        self.preview = self.preview or Preview(folder, self.workshop, self.site_file)
        files, problems = self.preview.files()
        say(*problems)
        return files

    def _build(self, folder: Path) -> list[SiteFile]:
        try:
            course = load_course(folder, self.site_file)
            files = build_site(course, self.workshop)
        except SpecError as error:
            say(*map(format_diagnostic, error.diagnostics))
            count = sum(each.severity == "error" for each in error.diagnostics)
            raise Abort(f"{count} error{'s' * (count != 1)} in the lessons; the site is as it was") from None
        except (LessonloomError, OSError) as error:
            raise Abort(f"{' '.join(explain(error))}; the site is as it was") from None
        say(*map(format_diagnostic, course.warnings))
        return files

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated files, and see how they hang together."""
        self.entries: dict[str, list[dict[str, str]]] = {}
        for source, file in self.generated:
            files.append(file)
            if file.is_documentation_page():
                GeneratedPage(source, file, config)
        self.site = Site(
            (source for source, _ in self.generated),
            lambda uri: page_url(files, uri),
            site_url=config.site_url or "",
            documentation=page_url(files, DOCUMENTATION) if DOCUMENTATION in files.src_uris else "",
        )
        self.files = files
        return files

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The 404 page and the root sitemap."""
        first = next(iter(self.site.homes.values()))
        config.site_name = Markup(escape(first.title))
        config.theme["language"] = theme_language(str(first.language))
        urls = [page_url(self.files, file.src_uri) for file in self.files.documentation_pages()]
        ours = {
            "nav": self._navigation(str(first.language)),
            "missing": self.site.missing(context["base_url"]),
            "sitemap": render_sitemap(config.site_url, ["", *urls], self.site.alternates),
            "own_styles": [f"{context['base_url'].rstrip('/')}/{url}" for url in asset_urls(OWN_STYLES, "")],
        }
        return cast(TemplateContext, {**context, **ours})

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Compile the theme's templates once, however often the site is built."""
        keep_compiled(env, self.pictures / "templates")
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """The documents' own navigation: guides first, then single pages."""
        nav.items.sort(key=lambda item: not item.is_section)
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Pages of documentation may show questions and figures of a lesson beside them."""
        if isinstance(page, GeneratedPage) or not is_gallery(html) or not page.file.abs_src_path:
            return html
        try:
            folder = Path(page.file.abs_src_path).parent
            gallery = render_gallery(html, folder, self.pictures, self.site_file)
        except LessonloomError as error:
            raise PluginError("\n".join(explain(error))) from None
        self.galleries[page.url] = gallery
        for source in (each for each in gallery.files if each.uri not in files.src_uris):
            files.append(File.generated(config, source.uri, content=source.content))
        return gallery.html

    @event_priority(-100)  # after the search plugin has read the page
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Surround a page with what belongs to it, and put in what search must not read."""
        if isinstance(page, GeneratedPage):
            ours = self._of_course(page, config)
        else:
            ours = self._of_documentation(page, config, nav)
        return cast(TemplateContext, {**context, "own_styles": asset_urls(OWN_STYLES, page.url), **ours})

    def _of_documentation(self, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
        config.site_name, config.theme["language"] = self.site_name, self.language
        config.theme["palette"] = palette("en")
        nav.homepage = self._page(DOCUMENTATION)
        ours: dict[str, Any] = {"nav": nav, "learners": relative_url("", page.url)}
        if gallery := self.galleries.get(page.url):
            page.content = fill_slots(str(page.content), gallery.fragments)
            ours["own_styles"] = asset_urls((*OWN_STYLES, *gallery.styles), page.url)
            ours["own_modules"] = asset_urls(gallery.modules, page.url)
        return ours

    def _of_course(self, page: GeneratedPage, config: MkDocsConfig) -> dict[str, Any]:
        source, language = page.source, str(page.source.language)
        location = relative_url(page.url, f"{language}/").removeprefix("./")
        self.entries.setdefault(language, []).extend(index_page(location, str(source.content)))
        page.content = fill_slots(str(source.content), source.fragments)
        chrome = self.site.chrome(source)
        config.site_name = Markup(escape(chrome.site_title))
        config.theme["language"] = theme_language(language)
        config.theme["palette"] = palette(language)
        nav, modules = self._navigation(language), asset_urls(OWN_MODULES, page.url)
        return {"nav": nav, "loom": chrome, "own_modules": modules}

    def _navigation(self, language: str) -> Navigation:
        """What Material's header wants to know: where home is. The lesson list is ours."""
        navigation = Navigation([], [])
        navigation.homepage = self._page(self.site.homes[language].uri)
        return navigation

    def _page(self, uri: str) -> Page | None:
        file = self.files.get_file_from_path(uri)
        return file.page if file else None

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """The theme names its own language; where it does not speak the page's, the page still must."""
        language = page.source.language if isinstance(page, GeneratedPage) else None
        if language is None or language == config.theme["language"]:
            return output
        return output.replace(f'<html lang="{config.theme["language"]}"', f'<html lang="{language}"', 1)

    @event_priority(-100)  # after the search plugin has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """One search index and one sitemap for each language."""
        site = Path(config.site_dir)
        index = site / "search" / "search_index.json"
        if index.is_file():
            settings = json.loads(index.read_text(encoding="utf-8"))["config"]
            for language in self.site.homes:
                part = build_search_index(self.entries[language], language, settings)
                path = site / language / "search" / "search_index.json"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(part, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        for language in self.site.homes:
            pages = [url for url in self.site.alternates if url.startswith(f"{language}/")]
            text = render_sitemap(config.site_url, pages, self.site.alternates)
            (site / language / "sitemap.xml").write_text(text, encoding="utf-8")

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch what pages are made of, and never let a failed build leave every request waiting."""
        self.serving = True
        plots = load_site_file(self.site_file).plots.values()
        for path in (self.site_file.parent / self.config.lessons, ASSETS, *{each.path for each in plots}):
            server.watch(str(path))
        server.builder = keep_serving(server.builder)
        server.error_handler = reloading(server)
        return server


def page_url(files: Files, uri: str) -> str:
    """The URL of a file below the site's root; the root itself is empty."""
    file = files.get_file_from_path(uri)
    url = file.url if file else uri
    return "" if url in (".", "./") else url


def say(*lines: str) -> None:
    """To the terminal past MkDocs' logger: strict mode would count a warning there as a failure."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def reloading(server: LiveReloadServer) -> Callable[[int], bytes | None]:
    """MkDocs reloads pages, but not the 404 page that stands where a lesson is missing for a moment."""
    render = server.error_handler

    def render_reloading(code: int) -> bytes | None:
        page = render(code)
        return page and bytes(server._inject_js_into_html(page, server._visible_epoch))  # type: ignore[no-untyped-call]

    return render_reloading
