"""The MkDocs adaptor: the only module that knows the host."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.build import Workshop, build_site
from generator.errors import LessonloomError, SpecError, format_diagnostic
from generator.pages import SiteFile
from generator.pages.chrome import Site, asset_urls, relative_url
from generator.pages.search_index import split_search_index
from generator.pages.site_map import render_sitemap
from generator.pages.theme_settings import THEME, palette, theme_language
from generator.preview import Preview
from generator.spec import load_course

GENERATOR = Path(__file__).parent
DOCUMENTATION = "authoring/index.md"
OWN_STYLES = ("css/site.css",)


class LessonloomConfig(Config):
    """What mkdocs.yml says: where the lessons are, from the folder of mkdocs.yml."""

    lessons = c.Type(str, default="lessons")


class GeneratedPage(Page):
    """A page that comes finished: the host reads no file and runs no Markdown."""

    def __init__(self, source: SiteFile, file: File, config: MkDocsConfig) -> None:
        # The theme does not escape titles; Markup keeps the filters that do from doing it twice.
        super().__init__(Markup(escape(source.title)), file, config)
        self.source = source

    def read_source(self, config: MkDocsConfig) -> None:
        """Instead of a file: what the theme and the search need to know."""
        self.markdown = ""
        self.meta = {"description": Markup(escape(self.source.description))} if self.source.description else {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert. The first entry of the table of contents is where the skip link leads."""
        self.content = str(self.source.content)
        top = AnchorLink(str(self.title), "__content", 1)
        top.children = [AnchorLink(escape(heading.title), heading.id, 2) for heading in self.source.headings]
        self.toc = TableOfContents([top])


class LessonloomPlugin(BasePlugin[LessonloomConfig]):
    """Carries the pages of generator.build into a MkDocs site."""

    def __init__(self) -> None:
        self.serving = False
        self.workshop = Workshop()
        self.preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """MkDocs keeps a plugin that has this handler over rebuilds, and with it what the workshop remembers."""
        self.serving = command == "serve"
        if dirty:
            say("lessonloom: --dirty saves nothing here and leaves deleted lessons and old search entries behind")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Settings that every site of ours needs, so that mkdocs.yml stays short."""
        own = 0 if config.theme.custom_dir is None else 1
        config.theme.dirs.insert(own, str(THEME))
        config.theme["font"] = False
        config.theme["favicon"] = "assets/images/lessonloom.svg"
        config.theme["icon"] = {"logo": "lessonloom/mark", **(config.theme.get("icon") or {})}
        config.theme["palette"] = palette("en")
        config.extra.setdefault("generator", False)
        # True makes the header include partials/alternate.html; a list would become links that are wrong on most pages.
        config.extra["alternate"] = True
        self.site_name, self.language = config.site_name, config.theme["language"]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Everything that can go wrong goes wrong here: afterwards MkDocs has already deleted the old site."""
        folder = Path(config.config_file_path).parent / self.config.lessons
        if self.serving:
            self.preview = self.preview or Preview(folder, self.workshop)
            self.source_files, problems = self.preview.files()
            say(*problems)
            return
        try:
            course = load_course(folder)
            self.source_files = build_site(course, self.workshop)
        except SpecError as error:
            say(*map(format_diagnostic, error.diagnostics))
            raise Abort(f"The lessons have {len(error.diagnostics)} problems; the site is as it was.") from None
        except LessonloomError as error:
            raise Abort(f"{error}; the site is as it was.") from None
        say(*map(format_diagnostic, course.warnings))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated files; a real file in their place is refused rather than silently replaced."""
        taken = {file.dest_uri: file.src_uri for file in files}
        for source in self.source_files:
            file = File.generated(config, source.uri, content=source.content, inclusion=InclusionLevel.NOT_IN_NAV)
            if file.dest_uri in taken:
                raise PluginError(f"docs/{taken[file.dest_uri]} stands where lessonloom writes {source.uri}: rename it")
            files.append(file)
            if file.is_documentation_page():
                GeneratedPage(source, file, config)
        self.site = Site(
            self.source_files,
            lambda uri: page_url(files, uri),
            site_url=config.site_url or "",
            documentation=page_url(files, DOCUMENTATION) if DOCUMENTATION in files.src_uris else "",
        )
        self.files = files
        return files

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> Any:
        """The 404 page and the root sitemap."""
        config.theme["language"] = theme_language(next(iter(self.site.homes)))
        urls = [page_url(self.files, file.src_uri) for file in self.files.documentation_pages()]
        return {
            **context,
            "nav": None,
            "missing": self.site.missing(context["base_url"]),
            "sitemap": render_sitemap(config.site_url, ["", *urls], self.site.alternates),
            "own_styles": [f"{context['base_url'].rstrip('/')}/{url}" for url in asset_urls(OWN_STYLES, "")],
        }

    @event_priority(-100)  # after the search plugin has read the page
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Surround a page with what belongs to its language, and put in what search must not read."""
        context["own_styles"] = asset_urls(OWN_STYLES, page.url)
        if not isinstance(page, GeneratedPage):
            config.site_name, config.theme["language"] = self.site_name, self.language
            config.theme["palette"] = palette("en")
            if self.site.documentation:
                nav.homepage = self.files.get_file_from_path(DOCUMENTATION).page
            context["learners"] = relative_url("", page.url)
            return context
        source, language = page.source, str(page.source.language)
        for token, html in source.fragments.items():
            page.content = page.content.replace(f'<div data-loom="{token}"></div>', html)
        chrome = self.site.chrome(source)
        config.site_name = Markup(escape(chrome.site_title))
        config.theme["language"] = theme_language(language)
        config.theme["palette"] = palette(language)
        context["nav"] = Navigation([], [])
        context["nav"].homepage = self.files.get_file_from_path(f"{language}/index.md").page
        context["loom"] = chrome
        return context

    @event_priority(-100)  # after the search plugin has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """One search index and one sitemap for each language."""
        site = Path(config.site_dir)
        index = site / "search" / "search_index.json"
        if index.is_file():
            parts = split_search_index(json.loads(index.read_text(encoding="utf-8")), list(self.site.homes))
            for folder, part in parts.items():
                path = site / folder / "search" / "search_index.json"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(part, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        for language in self.site.homes:
            pages = [url for url in self.site.alternates if url.startswith(f"{language}/")]
            text = render_sitemap(config.site_url, pages, self.site.alternates)
            (site / language / "sitemap.xml").write_text(text, encoding="utf-8")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> Any:
        """Watch what pages are made of, and never let a failed build leave every request waiting."""
        self.serving = True
        for folder in (Path(config.config_file_path).parent / self.config.lessons, GENERATOR):
            server.watch(str(folder))
        server.builder = keep_serving(server.builder)
        return server


def page_url(files: Files, uri: str) -> str:
    """The URL of a file below the site's root; the root itself is empty."""
    file = files.get_file_from_path(uri)
    url = file.url if file else uri
    return "" if url in (".", "./") else url


def say(*lines: str) -> None:
    """To the terminal past MkDocs' logger: strict mode would count a warning there as a failure."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def keep_serving(build: Callable[..., None]) -> Callable[..., None]:
    """A rebuild that fails leaves the site as far as it got; MkDocs alone would let every request wait for ever."""

    def rebuild() -> None:
        try:
            build()
        except (Exception, SystemExit) as error:
            logging.getLogger("mkdocs.plugins.lessonloom").error(f"The site could not be built: {error}")

    return rebuild
