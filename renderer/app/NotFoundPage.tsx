import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFoundTitle')}>
      <EmptyState
        icon="search"
        title={t('app.notFoundTitle')}
        text={t('app.notFoundText')}
        actions={
          <ButtonLink variant="primary" href="#/">
            {t('app.openLibrary')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
